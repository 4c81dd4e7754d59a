import Glibc
package import TLS

/// A TCP client that sends exactly the octets it is told to, for tests of servers on loopback.
///
/// All calls block, for at most ``timeout`` seconds each.
package final class RawClient {
    /// What went wrong between client and server.
    package enum Failure: Error, Equatable {
        case connect(errno: Int32)
        case send(errno: Int32)
        case receive(errno: Int32)
        /// Nothing came in time.
        case timeout
        /// The server closed before the answer was complete.
        case ended
        /// The encrypted connection failed, or ended without saying so.
        case encryption(TLSFailure)
        /// What came is no HTTP/1.1 answer.
        case malformed
    }

    /// An answer as it came.
    package struct Answer {
        package var status: Int
        /// Names in lower case, in order.
        package var headers: [(name: String, value: String)]
        package var body: [UInt8]

        /// The value of the first field of this name, which is given in lower case.
        package subscript(name: String) -> String? { headers.first { $0.name == name }?.value }

        package var text: String { String(decoding: body, as: UTF8.self) }
    }

    let descriptor: Int32
    /// What encrypts, once ``secure(_:host:resuming:)`` has made it.
    package internal(set) var session: TLSSession?
    private var buffer: [UInt8] = []

    /// Connects to a port on `127.0.0.1`; a receive buffer is only set before connecting has its full effect.
    package init(port: Int, timeout: Int = 10, receiveBuffer: Int32? = nil) throws {
        descriptor = Self.socket(AF_INET, timeout: timeout)
        if var receiveBuffer {
            unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, socklen_t(4))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
        try unsafe Self.connect(descriptor, withUnsafeBytes(of: &address) { unsafe Array($0) })
        var on: Int32 = 1
        unsafe setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(4))
    }

    /// Connects to the Unix socket at a path of at most 107 octets.
    package init(path: String, timeout: Int = 10) throws {
        descriptor = Self.socket(AF_UNIX, timeout: timeout)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let family = unsafe withUnsafeBytes(of: &address) { unsafe Array($0.prefix(2)) }
        try Self.connect(descriptor, family + Array(path.utf8) + [0])
    }

    // Closed on exec: a process that another test starts would keep the connection open.
    private static func socket(_ family: Int32, timeout: Int) -> Int32 {
        let descriptor = Glibc.socket(family, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var limit = timeval(tv_sec: timeout, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
        return descriptor
    }

    private static func connect(_ descriptor: Int32, _ address: [UInt8]) throws {
        let result = unsafe address.withUnsafeBytes { bytes in
            unsafe Glibc.connect(
                descriptor, bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self),
                socklen_t(bytes.count))
        }
        guard result == 0 else {
            let number = errno
            Glibc.close(descriptor)
            throw Failure.connect(errno: number)
        }
    }

    deinit {
        Glibc.close(descriptor)
    }

    /// Sends a text as it is.
    package func send(_ text: String) throws {
        try send(Array(text.utf8))
    }

    /// Sends all octets, or throws when the server no longer takes them.
    package func send(_ bytes: [UInt8]) throws {
        if let session { return try Self.send(bytes, through: session) }
        var sent = 0
        while sent < bytes.count {
            let count = unsafe bytes[sent...].withUnsafeBytes { rest in
                unsafe Glibc.send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw errno == EAGAIN ? Failure.timeout : Failure.send(errno: errno) }
            sent += count
        }
    }

    /// Tells the server that nothing more comes.
    package func finishSending() {
        Glibc.shutdown(descriptor, Int32(SHUT_WR))
    }

    /// Drops the connection with a reset, as a client that has crashed: connecting to "no address" does that.
    package func reset() {
        var none = sockaddr()
        none.sa_family = sa_family_t(AF_UNSPEC)
        unsafe Glibc.connect(descriptor, &none, socklen_t(MemoryLayout<sockaddr>.size))
    }

    /// Reads the next answer; interim ones are answers of their own.
    ///
    /// `method`: with "HEAD" no content is read.
    package func readResponse(to method: String = "GET") throws -> Answer {
        var answer = try readHead()
        guard method != "HEAD", answer.status >= 200, answer.status != 204, answer.status != 304 else {
            return answer
        }
        guard let length = answer["content-length"].flatMap({ Int($0) }) else {
            answer.body = try readToEnd()
            return answer
        }
        while buffer.count < length { try receive() }
        answer.body = Array(buffer.prefix(length))
        buffer.removeFirst(length)
        return answer
    }

    /// Reads what has come so far, which may be nothing, without waiting.
    package func receiveWaiting() throws -> [UInt8] {
        var piece = [UInt8](repeating: 0, count: 64 * 1024)
        let count = unsafe recv(descriptor, &piece, piece.count, Int32(MSG_DONTWAIT))
        if count == 0 { throw Failure.ended }
        guard count > 0 || errno == EAGAIN else { throw Failure.receive(errno: errno) }
        return Array(piece.prefix(max(0, count)))
    }

    /// Reads until the server closes.
    package func readToEnd() throws -> [UInt8] {
        do {
            while true { try receive() }
        } catch Failure.ended {
            defer { buffer = [] }
            return buffer
        }
    }

    private func readHead() throws -> Answer {
        let end = Array("\r\n\r\n".utf8)
        while true {
            if let range = buffer.firstRange(of: end) {
                let head = String(decoding: buffer[..<range.lowerBound], as: UTF8.self)
                buffer.removeFirst(range.upperBound)
                return try Self.answer(head)
            }
            try receive()
        }
    }

    private static func answer(_ head: String) throws -> Answer {
        var lines = head.utf8.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
        lines = lines.map { $0.hasSuffix("\r") ? String(decoding: $0.utf8.dropLast(), as: UTF8.self) : $0 }
        let first = lines.removeFirst().split(separator: " ", maxSplits: 2)
        guard first.count >= 2, first[0] == "HTTP/1.1", let status = Int(first[1]) else {
            throw Failure.malformed
        }
        let headers = try lines.map { line in
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { throw Failure.malformed }
            return (name: parts[0].lowercased(), value: String(parts[1].drop { $0 == " " }))
        }
        return Answer(status: status, headers: headers, body: [])
    }

    /// Reads at most so many octets, which are part of what ``readResponse(to:)`` returns later.
    package func receiveSome(_ count: Int) throws {
        try receive(atMost: count)
    }

    private func receive(atMost count: Int = 64 * 1024) throws {
        var piece = [UInt8](repeating: 0, count: count)
        if let session {
            let count = try Self.count(session.read(into: &piece))
            return buffer.append(contentsOf: piece.prefix(count))
        }
        let count = unsafe piece.withUnsafeMutableBytes { bytes in
            unsafe recv(descriptor, bytes.baseAddress, bytes.count, 0)
        }
        if count == 0 { throw Failure.ended }
        guard count > 0 else { throw errno == EAGAIN ? Failure.timeout : Failure.receive(errno: errno) }
        buffer.append(contentsOf: piece.prefix(count))
    }
}
