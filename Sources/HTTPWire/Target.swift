/// A request target taken apart (RFC 9112 §3.2).
struct Target {
    var path: ArraySlice<UInt8>
    var query: ArraySlice<UInt8>?
    /// The authority of the absolute form, which replaces `Host`.
    var authority: Authority?

    /// Reads the form that the method permits.
    ///
    /// `CONNECT` may also come with a path: no tunnel is ever made, and a path is what tells a caller which
    /// methods there are instead.
    init(_ bytes: ArraySlice<UInt8>, for method: Method?) throws(WireError) {
        if bytes.first == Octets.slash {
            try self.init(origin: bytes, authority: nil)
        } else if bytes.elementsEqual([Octets.asterisk]) {
            guard method == .options else { throw .requestMalformed }
            self.init(path: bytes)
        } else if method == .connect {
            guard Authority(bytes)?.port != nil else { throw .requestMalformed }
            self.init(path: bytes)
        } else {
            try self.init(absolute: bytes, for: method)
        }
    }

    private init(origin bytes: ArraySlice<UInt8>, authority: Authority?) throws(WireError) {
        try Self.checkCharacters(bytes)
        if let mark = bytes.firstIndex(of: Octets.questionMark) {
            self.init(path: bytes[..<mark], query: bytes[(mark + 1)...], authority: authority)
        } else {
            self.init(path: bytes, authority: authority)
        }
    }

    private init(path: ArraySlice<UInt8>, query: ArraySlice<UInt8>? = nil, authority: Authority? = nil) {
        self.path = path
        self.query = query
        self.authority = authority
    }

    private init(absolute bytes: ArraySlice<UInt8>, for method: Method?) throws(WireError) {
        guard let rest = Self.withoutScheme(bytes) else { throw .requestMalformed }
        let end = rest.firstIndex { $0 == Octets.slash || $0 == Octets.questionMark } ?? rest.endIndex
        guard let authority = Authority(rest[..<end]) else { throw .requestMalformed }
        let tail = rest[end...]
        if tail.first == Octets.slash {
            try self.init(origin: tail, authority: authority)
        } else if tail.isEmpty, method == .options {
            self.init(path: [Octets.asterisk], authority: authority)
        } else {
            let slash: [UInt8] = [Octets.slash]
            try self.init(origin: ArraySlice(slash + tail), authority: authority)
        }
    }

    private static func withoutScheme(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        if bytes.prefix(7).isKeyword("http://") { return bytes.dropFirst(7) }
        if bytes.prefix(8).isKeyword("https://") { return bytes.dropFirst(8) }
        return nil
    }

    /// Every percent sign begins an escape, and brackets stay in authorities (RFC 3986 §2.1, §3.3).
    private static func checkCharacters(_ bytes: ArraySlice<UInt8>) throws(WireError) {
        let octets = bytes.span
        var index = 0
        while index < octets.count {
            let octet = octets[index]
            guard Octets.isPathOrQuery(octet) else { throw .requestMalformed }
            if octet == Octets.percent {
                guard index + 2 < octets.count, Octets.hexadecimal(octets[index + 1]) != nil,
                    Octets.hexadecimal(octets[index + 2]) != nil
                else { throw .requestMalformed }
            }
            index += 1
        }
    }
}
