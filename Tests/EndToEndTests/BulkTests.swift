import Foundation
import JSON
import TestSupport
import Testing

/// Many records at once over real connections (api.md §9).
@Suite struct BulkTests {
    private static let rows = Effort.isHeavy ? 5_000 : 1_200

    /// A file of needs, all different.
    private static let file = (1...rows).map { number in
        """
        {"external_id":"a-\(number)","title":"Einspielung \(number)","text":"Wird von außen eingespielt, mit Liste.",\
        "items":[{"kind":"goods","title":"Ranzen","quantity":10,"unit":"piece"}]}
        """
    }.joined(separator: "\n")

    private func request(_ file: String, _ token: String) -> String {
        """
        POST /v1/imports?kind=needs&source=list HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer \(token)\r
        Content-Type: application/x-ndjson\r
        Content-Length: \(file.utf8.count)\r
        \r
        \(file)
        """
    }

    private func counts(_ answer: RawClient.Answer) throws -> JSONValue {
        guard answer.status == 200 else { throw Unexpected(status: answer.status, text: answer.text) }
        let whole = JSONLimits(members: .max, stringBytes: .max, elements: .max)
        return try JSONValue(parsing: answer.body, limits: whole)["counts"]
    }

    @Test func `an import that a kill cuts off is simply sent again`() throws {
        let city = try City()
        let token = try city.token("carrier")
        let service = try city.serve()
        let client = try service.connect()
        try client.send(request(Self.file, token))
        // Some rows are there, and surely not yet all.
        let caller = try Caller(service, token)
        try eventually("the first rows are kept", within: 60) {
            let page = try caller.get("/v1/needs?limit=1").expecting(200)
            return page["items"].elements.first?["title"].text?.hasPrefix("Einspielung") ?? false
        }
        try service.kill()
        let next = try city.serve()
        let again = try next.connect(timeout: 300)
        try again.send(request(Self.file, token))
        let report = try counts(try again.readResponse())
        let (created, unchanged) = (report["created"].integer ?? 0, report["unchanged"].integer ?? 0)
        print("bulk: \(unchanged) rows were kept before the kill, \(created) after it")
        #expect(created + unchanged == Int64(Self.rows))
        #expect(report["rejected"].integer == 0)
        try again.send(request(Self.file, token))
        #expect(try counts(try again.readResponse())["unchanged"].integer == Int64(Self.rows))
        #expect(try exported(next, token).filter { $0.contains("Einspielung") }.count == Self.rows)
        #expect(try exported(next, token).last?.hasPrefix(#"{"_end":true,"#) == true)
    }

    /// The lines of the whole list of needs, as they come in chunks.
    private func exported(_ service: Service, _ token: String) throws -> [String] {
        let client = try service.connect(timeout: 60)
        try client.send(
            "GET /v1/needs HTTP/1.1\r\nHost: localhost\r\nAccept: application/x-ndjson\r\nConnection: close\r\n"
                + "Authorization: Bearer \(token)\r\n\r\n")
        var rest = try client.readToEnd()[...]
        guard let head = rest.firstRange(of: Array("\r\n\r\n".utf8)) else { return [] }
        rest = rest[head.upperBound...]
        var content: [UInt8] = []
        while let line = rest.firstRange(of: Array("\r\n".utf8)) {
            let size = Int(String(decoding: rest[..<line.lowerBound], as: UTF8.self), radix: 16) ?? 0
            if size == 0 { break }
            content += rest[line.upperBound..<line.upperBound + size]
            rest = rest[(line.upperBound + size + 2)...]
        }
        return String(decoding: content, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test func `a file has room if its sender may import, and nobody else's`() throws {
        let city = try City()
        let service = try city.serve()
        // Two MiB, more than any other content may have.
        let file = Array(repeating: "\n", count: 2 << 20).joined()
        for (role, status) in [("carrier", 200), ("portal", 413), ("nobody", 413)] {
            let client = try service.connect(timeout: 60)
            try? client.send(request(file, city.tokens[role] ?? "x"))
            #expect(try client.readResponse().status == status, "\(role)")
        }
    }
}
