/// Writes answers as octets (RFC 9112 §4, §6).
package struct ResponseWriter: Sendable {
    /// The value of `Date`: 29 octets of ``HTTPDate``, renewed by the caller each second.
    package var date: [UInt8]

    /// A writer that puts this date into its answers.
    package init(date: [UInt8]) {
        self.date = date
    }

    /// The interim answer that lets a waiting client send its content (RFC 9110 §15.2.1).
    package static let continueLine: [UInt8] = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)

    /// Appends head and content of an answer in one piece.
    ///
    /// `method` is that of the request: the answer to `HEAD` has the length of its content but not the content
    /// (RFC 9110 §9.3.2). `keepsAlive` says whether the connection stays open; `minorVersion` whether the client
    /// has to be told so (RFC 9112 §9.3).
    package func append(
        _ response: Response, to method: Method?, keepsAlive: Bool, minorVersion: Int,
        into buffer: inout [UInt8]
    ) {
        appendHead(response, keepsAlive: keepsAlive, minorVersion: minorVersion, into: &buffer)
        if Self.sendsContent(response, to: method) { buffer.append(contentsOf: response.body) }
    }

    /// Appends the head alone, for a caller that sends the content from where it lies.
    package func appendHead(
        _ response: Response, keepsAlive: Bool, minorVersion: Int, into buffer: inout [UInt8]
    ) {
        StatusLine.append(response.status, to: &buffer)
        buffer.append(contentsOf: "Date: ".utf8)
        buffer.append(contentsOf: date)
        buffer.append(contentsOf: "\r\n".utf8)
        buffer.append(contentsOf: response.fields.bytes)
        if let length = Self.announcedLength(response) {
            buffer.append(contentsOf: "Content-Length: ".utf8)
            Self.append(decimal: length, to: &buffer)
            buffer.append(contentsOf: "\r\n".utf8)
        }
        if !keepsAlive {
            buffer.append(contentsOf: "Connection: close\r\n".utf8)
        } else if minorVersion == 0 {
            buffer.append(contentsOf: "Connection: keep-alive\r\n".utf8)
        }
        buffer.append(contentsOf: "\r\n".utf8)
    }

    /// Whether the content of an answer goes out: not to `HEAD`, not with 204, 205 and 304 (RFC 9112 §6.3).
    package static func sendsContent(_ response: Response, to method: Method?) -> Bool {
        method != .head && (response.status != 204 && response.status != 205 && response.status != 304)
    }

    /// The value of `Content-Length`: none with 204 and 304 (RFC 9110 §8.6), 0 with 205 (§15.3.6).
    private static func announcedLength(_ response: Response) -> Int? {
        switch response.status {
        case 204, 304: nil
        case 205: 0
        default: response.body.count
        }
    }

    private static func append(decimal number: Int, to buffer: inout [UInt8]) {
        var divisor = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            buffer.append(Octets.zero + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }
}
