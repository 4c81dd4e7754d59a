import HTTPWire

extension Property {
    /// How the octets of a connection arrive does not matter, and no request holds what could be read in two ways.
    static let requests = Property(name: "requests") { bytes in
        let whole = try Transcript([bytes[...]])
        try require(try Transcript(bytes.indices.map { bytes[$0...$0] }) == whole, "octet by octet differs")
        try require(try Transcript(pieces(of: bytes)) == whole, "pieces differ")
        try checkRequests(in: bytes)
    }

    /// Cuts whose places depend on the octets, so that a fuzzer can move them.
    private static func pieces(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var rest = bytes[...]
        while let first = rest.first {
            let length = Int(first) * 37 % 61 + 1
            pieces.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return pieces
    }

    private static func checkRequests(in bytes: [UInt8]) throws {
        var parser = RequestParser()
        do throws(WireError) {
            var isGoingOn = try take(parser.receive(bytes[...]))
            while isGoingOn { isGoingOn = try take(parser.resume()) }
        } catch {
            try require(parser.isReadingBody == false, "a refused request is still read")
        }
    }

    private static func take(_ progress: consuming RequestParser.Progress) throws(WireError) -> Bool {
        switch consume progress {
        case .incomplete: return false
        case .head: return true
        case .request(let request):
            // A trap is a finding, too, and this one cannot be thrown through the parser's typed errors.
            precondition(isPlain(request))
            return request.keepsAlive
        }
    }

    private static func isPlain(_ request: Request) -> Bool {
        let isTarget =
            request.path.first == UInt8(ascii: "/") || [.options, .connect].contains(request.method)
        let fields = (0..<request.fields.count).flatMap { request.fields[$0].name + request.fields[$0].value }
        let codings = request.fields.count(of: .transferEncoding)
        let lengths = request.fields.count(of: .contentLength)
        return isTarget && request.path.allSatisfy { $0 > 0x20 && $0 < 0x7f }
            && fields.allSatisfy { $0 >= 0x20 && $0 != 0x7f || $0 == 0x09 }
            && codings + lengths <= 1 && (request.host != nil || request.minorVersion == 0)
            && (request.body.isEmpty || codings + lengths == 1)
    }

    /// The chunked coding is decoded exactly where a plain reading of its grammar decodes it, and to the same.
    static let chunks = Property(name: "chunks") { bytes in
        let head = Array("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n".utf8)
        let next = Array("GET /next HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
        var reference = ChunkedReference(bytes)
        let content = reference.content()
        let transcript = try Transcript([head[...], bytes[...]])
        try require((content != nil) == !transcript.requests.isEmpty, "the reference differs: \(transcript)")
        guard let content else { return }
        try require(transcript.requests[0].body == content, "other content: \(transcript)")
        let followed = try Transcript([head + bytes.prefix(reference.position) + next])
        try require(followed.requests.count == 2, "the end is elsewhere: \(followed)")
    }
}
