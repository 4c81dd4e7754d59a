/// Writes answers as octets (RFC 9112 §4, §6).
package struct ResponseWriter: Sendable {
    /// The line of the commonest status with the date, and the date alone.
    private var successHead: [UInt8] = []
    private var dateLine: [UInt8] = []
    private let lengthName = Array("Content-Length: ".utf8)
    private let chunked = Array("Transfer-Encoding: chunked".utf8)
    private let end = Array("\r\n\r\n".utf8)
    private let closingEnd = Array("\r\nConnection: close\r\n\r\n".utf8)
    private let stayingEnd = Array("\r\nConnection: keep-alive\r\n\r\n".utf8)

    /// A writer that puts this moment into its answers.
    package init(secondsSince1970: Int) {
        setDate(secondsSince1970: secondsSince1970)
    }

    /// Changes the date; to be called once a second.
    package mutating func setDate(secondsSince1970: Int) {
        dateLine = Array("Date: ".utf8) + HTTPDate.bytes(secondsSince1970: secondsSince1970)
        dateLine += "\r\n".utf8
        successHead = []
        StatusLine.append(200, to: &successHead)
        successHead += dateLine
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
        appendStatus(response.status, to: &buffer)
        buffer.append(contentsOf: response.fields.bytes)
        if response.stream != nil, minorVersion > 0 {
            buffer.append(contentsOf: chunked)
        } else if let length = Self.announcedLength(response) {
            buffer.append(contentsOf: lengthName)
            Self.append(decimal: length, to: &buffer)
        } else {
            buffer.removeLast(2)
        }
        buffer.append(contentsOf: keepsAlive ? (minorVersion == 0 ? stayingEnd : end) : closingEnd)
    }

    private func appendStatus(_ status: Int, to buffer: inout [UInt8]) {
        if status == 200 { return buffer.append(contentsOf: successHead) }
        StatusLine.append(status, to: &buffer)
        buffer.append(contentsOf: dateLine)
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
        default: response.stream == nil ? response.body.count : nil
        }
    }

    /// What stands before a chunk of this many octets, which are more than none (RFC 9112 §7.1).
    package static func chunkHead(_ count: Int) -> [UInt8] {
        Array("\(String(count, radix: 16))\r\n".utf8)
    }

    /// What stands behind a chunk, and behind the last one.
    package static let chunkEnd: [UInt8] = Array("\r\n".utf8)
    package static let lastChunk: [UInt8] = Array("0\r\n\r\n".utf8)

    private static func append(decimal number: Int, to buffer: inout [UInt8]) {
        var divisor = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            buffer.append(Octets.zero + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }
}
