/// A request target taken apart (RFC 9112 §3.2).
struct Target {
    var path: [UInt8]
    var query: [UInt8]?
    /// The authority of the absolute form.
    var authority: Authority?
    /// The port that the absolute form means when it names none.
    var defaultPort = Scheme.http.port

    /// The schemes of absolute targets (RFC 9110 §4.2).
    private enum Scheme: CaseIterable {
        case http, https

        var start: String { self == .http ? "http://" : "https://" }
        var port: Int { self == .http ? 80 : 443 }
    }

    /// Reads the form that the method permits.
    ///
    /// `CONNECT` may also come with a path: no tunnel is ever made, and a path is what tells a caller which
    /// methods there are instead.
    init(_ bytes: ArraySlice<UInt8>, for method: Method?) throws(WireError) {
        if bytes.first == Octets.slash {
            try self.init(origin: bytes, authority: nil)
        } else if bytes.count == 1, bytes.first == Octets.asterisk {
            guard method == .options else { throw .requestMalformed }
            self.init(path: Array(bytes), query: nil, authority: nil)
        } else if method == .connect {
            guard Authority(bytes)?.port != nil else { throw .requestMalformed }
            self.init(path: Array(bytes), query: nil, authority: nil)
        } else {
            try self.init(absolute: bytes, for: method)
        }
    }

    private init(path: [UInt8], query: [UInt8]?, authority: Authority?) {
        self.path = path
        self.query = query
        self.authority = authority
    }

    private init(origin bytes: ArraySlice<UInt8>, authority: Authority?) throws(WireError) {
        let length = try Self.pathLength(bytes.span)
        self.init(
            path: Array(bytes.prefix(length)),
            query: length < bytes.count ? Array(bytes.dropFirst(length + 1)) : nil, authority: authority)
    }

    private init(absolute bytes: ArraySlice<UInt8>, for method: Method?) throws(WireError) {
        guard let scheme = Self.scheme(of: bytes) else { throw .requestMalformed }
        let rest = bytes.dropFirst(scheme.start.utf8.count)
        let end = rest.firstIndex { $0 == Octets.slash || $0 == Octets.questionMark } ?? rest.endIndex
        guard let authority = Authority(rest[..<end]) else { throw .requestMalformed }
        let tail = rest[end...]
        if tail.first == Octets.slash {
            try self.init(origin: tail, authority: authority)
        } else if tail.isEmpty, method == .options {
            self.init(path: [Octets.asterisk], query: nil, authority: authority)
        } else {
            try self.init(origin: [Octets.slash] + tail, authority: authority)
        }
        defaultPort = scheme.port
    }

    private static func scheme(of bytes: ArraySlice<UInt8>) -> Scheme? {
        Scheme.allCases.first { scheme in
            let start = bytes.prefix(scheme.start.utf8.count)
            return Octets.matches(start.span, keyword: scheme.start)
        }
    }

    /// Whether it is an absolute one with the scheme `https`.
    var isHTTPS: Bool { defaultPort == Scheme.https.port }

    /// Whether a `Host` is valid and says the same as the absolute form, if there is one.
    func agrees(with host: Span<UInt8>) -> Bool {
        guard let parts = Authority.parts(of: host) else { return false }
        guard let authority else { return true }
        return authority.isNamed(host.extracting(0..<parts.hostLength))
            && authority.port ?? defaultPort == parts.port ?? defaultPort
    }

    /// The length of the path, up to the first question mark.
    ///
    /// Checks what the set of characters does not say: every percent sign begins an escape, and brackets stay
    /// in authorities (RFC 3986 §2.1, §3.3).
    private static func pathLength(_ octets: Span<UInt8>) throws(WireError) -> Int {
        var length = octets.count
        for index in octets.indices where !Octets.isPlainTarget(octets[index]) {
            if octets[index] == Octets.questionMark {
                length = min(length, index)
            } else {
                guard octets[index] == Octets.percent, index + 2 < octets.count,
                    Octets.hexadecimal(octets[index + 1]) != nil, Octets.hexadecimal(octets[index + 2]) != nil
                else { throw .requestMalformed }
            }
        }
        return length
    }
}
