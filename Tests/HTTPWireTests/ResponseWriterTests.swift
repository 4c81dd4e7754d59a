import HTTPWire
import Testing

@Suite struct ResponseWriterTests {
    private func written(
        _ response: Response, to method: Method = .get, keepsAlive: Bool = true, minorVersion: Int = 1
    ) -> String {
        var buffer: [UInt8] = []
        let writer = ResponseWriter(secondsSince1970: 784_111_777)
        writer.append(
            response, to: method, keepsAlive: keepsAlive, minorVersion: minorVersion, into: &buffer)
        return String(decoding: buffer, as: UTF8.self)
    }

    private let date = "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"

    @Test func `an answer has a status line, a date, its fields and its length`() {
        let response = Response(status: 200, fields: ["Content-Type": "text/plain"], body: Array("abc".utf8))
        #expect(
            written(response)
                == "HTTP/1.1 200 OK\r\n\(date)Content-Type: text/plain\r\nContent-Length: 3\r\n\r\nabc")
    }

    @Test func `the answer to HEAD has the length but no content`() {
        let response = Response(status: 200, body: [UInt8](repeating: 0x61, count: 1_234))
        #expect(written(response, to: .head) == "HTTP/1.1 200 OK\r\n\(date)Content-Length: 1234\r\n\r\n")
    }

    @Test(arguments: [(204, "No Content"), (304, "Not Modified")])
    func `an answer that cannot have content has no length`(status: Int, phrase: String) {
        let response = Response(status: status, fields: ["ETag": "\"1\""], body: [0x61])
        #expect(written(response) == "HTTP/1.1 \(status) \(phrase)\r\n\(date)ETag: \"1\"\r\n\r\n")
        #expect(written(Response(status: status)) == "HTTP/1.1 \(status) \(phrase)\r\n\(date)\r\n")
    }

    @Test func `a reset has the length 0`() {
        #expect(written(Response(status: 205, body: [0x61])).hasSuffix("Content-Length: 0\r\n\r\n"))
    }

    @Test func `the end of the connection is announced`() {
        let end = "Content-Length: 0\r\nConnection: close\r\n\r\n"
        #expect(written(Response(status: 404), keepsAlive: false).hasSuffix(end))
    }

    @Test func `HTTP 1.0 is told that the connection stays`() {
        let text = written(Response(status: 200), minorVersion: 0)
        #expect(text.hasSuffix("Content-Length: 0\r\nConnection: keep-alive\r\n\r\n"))
    }

    @Test func `a status without a phrase keeps its space`() {
        #expect(written(Response(status: 299)).hasPrefix("HTTP/1.1 299 \r\n"))
    }

    @Test(arguments: [
        (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
        (1_795_253_400, "Sat, 21 Nov 2026 09:30:00 GMT"), (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
        (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 GMT"),
    ])
    func `dates are in the fixed form`(seconds: Int, text: String) {
        #expect(String(decoding: HTTPDate.bytes(secondsSince1970: seconds), as: UTF8.self) == text)
    }
}
