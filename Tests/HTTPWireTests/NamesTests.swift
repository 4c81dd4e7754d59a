import HTTPWire
import Testing

/// The registered names that the code writes out: each against the registry's spelling.
@Suite struct NamesTests {
    @Test func `the usual names of fields are spelled as registered`() {
        let names: [FieldName] = [
            .accept, .acceptLanguage, .allow, .authorization, .cacheControl, .connection, .contentEncoding,
            .contentLanguage, .contentLength, .contentLocation, .contentType, .date, .eTag, .host,
            .idempotencyKey, .ifMatch, .ifNoneMatch, .lastEventID, .link, .location, .origin, .requestID,
            .retryAfter, .transferEncoding, .vary,
        ]
        let spelled = """
            Accept Accept-Language Allow Authorization Cache-Control Connection Content-Encoding \
            Content-Language Content-Length Content-Location Content-Type Date ETag Host \
            Idempotency-Key If-Match If-None-Match Last-Event-ID Link Location Origin X-Request-Id \
            Retry-After Transfer-Encoding Vary
            """
        #expect(names.map(\.text).joined(separator: " ") == spelled)
    }

    /// RFC 9110 §15; 207 of RFC 4918, 428, 429 and 431 of RFC 6585, 507 of RFC 4918.
    @Test(arguments: [
        (100, "Continue"), (200, "OK"), (201, "Created"), (202, "Accepted"), (204, "No Content"),
        (205, "Reset Content"), (206, "Partial Content"), (207, "Multi-Status"), (301, "Moved Permanently"),
        (302, "Found"), (303, "See Other"), (304, "Not Modified"), (307, "Temporary Redirect"),
        (308, "Permanent Redirect"), (400, "Bad Request"), (401, "Unauthorized"), (403, "Forbidden"),
        (404, "Not Found"), (405, "Method Not Allowed"), (406, "Not Acceptable"), (408, "Request Timeout"),
        (409, "Conflict"), (410, "Gone"), (411, "Length Required"), (412, "Precondition Failed"),
        (413, "Content Too Large"), (414, "URI Too Long"), (415, "Unsupported Media Type"),
        (416, "Range Not Satisfiable"), (417, "Expectation Failed"), (421, "Misdirected Request"),
        (422, "Unprocessable Content"), (428, "Precondition Required"), (429, "Too Many Requests"),
        (431, "Request Header Fields Too Large"), (500, "Internal Server Error"), (501, "Not Implemented"),
        (502, "Bad Gateway"), (503, "Service Unavailable"), (504, "Gateway Timeout"),
        (505, "HTTP Version Not Supported"), (507, "Insufficient Storage"), (299, ""), (499, ""), (599, ""),
    ])
    func `a status line has the registered phrase`(status: Int, phrase: String) {
        var buffer: [UInt8] = []
        ResponseWriter(secondsSince1970: 0).append(
            Response(status: status), to: .get, keepsAlive: true, minorVersion: 1, into: &buffer)
        #expect(buffer.starts(with: "HTTP/1.1 \(status) \(phrase)\r\nDate: ".utf8))
    }

    @Test func `every wire error has the status of its meaning`() {
        let statuses = Dictionary(uniqueKeysWithValues: WireError.allCases.map { ($0, $0.status) })
        #expect(
            statuses == [
                .requestMalformed: 400, .framingInvalid: 400, .hostInvalid: 400, .requestTimeout: 408,
                .contentTooLarge: 413, .uriTooLong: 414, .expectationFailed: 417, .misdirectedRequest: 421,
                .headersTooLarge: 431, .methodUnknown: 501, .transferCodingUnknown: 501,
                .httpVersionUnsupported: 505,
            ])
    }
}
