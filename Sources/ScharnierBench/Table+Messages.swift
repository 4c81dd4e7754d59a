import HTTPWire
import JSON

extension Table {
    /// Heads, answers and documents as bytes: no socket, no database.
    mutating func measureMessages() throws {
        try measureHeads()
        try measureDocuments()
    }

    private func measureHeads() throws {
        let plain = Array(
            "GET /v1/needs?limit=50 HTTP/1.1\r\nHost: city.example.org\r\nAccept: */*\r\n\r\n".utf8)
        let browser = Array(Self.browserHead.utf8)
        for (name, head) in [("parse a head of 2 fields", plain), ("parse a head of 10 fields", browser)] {
            var parser = RequestParser()
            try measure(name) { _ = try parser.receive(head[...]) }
        }
        let writer = ResponseWriter(secondsSince1970: 0)
        let response = Response(
            status: 200, fields: [.contentType: "application/json", .cacheControl: "no-store"],
            body: Array(#"{"status":"ok"}"#.utf8))
        var buffer: [UInt8] = []
        measure("write a small answer") {
            buffer.removeAll(keepingCapacity: true)
            writer.append(response, to: .get, keepsAlive: true, minorVersion: 1, into: &buffer)
        }
    }

    private func measureDocuments() throws {
        let document = Array(Self.document.utf8)
        try measure("parse a document of \(document.count) bytes") { _ = try JSONValue(parsing: document) }
        measure("write an object of 5 members") {
            var writer = JSONWriter(capacity: 256)
            writer.object { writer in
                writer.member("id", "01a1fd70-f1c0-7abc-8def-0123456789ab")
                writer.member("title", "Lesepaten für die Grundschule")
                writer.member("quantity", 4)
                writer.member("is_remote_ok", false)
                writer.member("note", nil as String?)
            }
        }
    }

    private static let browserHead = """
        GET /v1/needs/01a1fd70-f1c0-7abc-8def-0123456789ab HTTP/1.1\r
        Host: city.example.org\r
        User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\r
        Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r
        Accept-Language: de,en-US;q=0.7,en;q=0.3\r
        Accept-Encoding: gzip, deflate, br, zstd\r
        Referer: https://portal.example.org/suche?q=lesen\r
        Connection: keep-alive\r
        Sec-Fetch-Dest: empty\r
        Sec-Fetch-Mode: cors\r
        If-None-Match: "4711.a0"\r
        \r

        """

    private static let document = """
        {"title":"Lesepaten","text":"Wir lesen jeden Nachmittag mit Kindern und suchen Menschen dafür.",
        "horizon":"permanent","review_on":"2027-06-30","beneficiary_area_ids":["01a1fd70-f1c0-7abc-8def-0123456789ab"],
        "topics":["education","language"],"welcomes_alternatives":true,"items":[{"kind":"volunteering",
        "title":"Lesepaten","quantity":4,"unit":"person","minimum":1,"languages":["de","tr"]}]}
        """
}
