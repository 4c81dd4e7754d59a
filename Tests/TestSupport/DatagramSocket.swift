import Glibc

/// A Unix datagram socket that receives what a service tells its supervisor.
package final class DatagramSocket {
    /// Where messages are to be sent; an abstract name with a leading `@`.
    package let address: String
    private let descriptor: Int32
    private static let longestMessage = 4096

    /// Binds it; a path must not exist yet.
    package init(address: String) throws {
        self.address = address
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var limit = timeval(tv_sec: 10, tv_usec: 0)
        unsafe setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var family = sa_family_t(AF_UNIX)
        let isAbstract = address.hasPrefix("@")
        let name = isAbstract ? [0] + Array(address.utf8.dropFirst()) : Array(address.utf8) + [0]
        let octets = unsafe withUnsafeBytes(of: &family) { unsafe Array($0) } + name
        let result = unsafe octets.withUnsafeBytes { bytes in
            unsafe bind(
                descriptor, bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self),
                socklen_t(bytes.count))
        }
        guard result == 0 else { throw RawClient.Failure.connect(errno: errno) }
    }

    deinit {
        close(descriptor)
    }

    /// The next message; waits for at most ten seconds.
    package func receive() throws -> String {
        guard let message = next(flags: 0) else { throw RawClient.Failure.timeout }
        return message
    }

    /// All messages that have come and not been taken.
    package func takeWaiting() -> [String] {
        var messages: [String] = []
        while let message = next(flags: Int32(MSG_DONTWAIT)) { messages.append(message) }
        return messages
    }

    /// Waits for at most ten seconds for a quarter of a second without a message.
    ///
    /// - Returns: Whether there was one.
    package func fallsSilent() -> Bool {
        for _ in 0..<40 {
            _ = takeWaiting()
            usleep(250_000)
            if takeWaiting().isEmpty { return true }
        }
        return false
    }

    private func next(flags: Int32) -> String? {
        var buffer = [UInt8](repeating: 0, count: Self.longestMessage)
        let count = unsafe buffer.withUnsafeMutableBytes { bytes in
            unsafe recv(descriptor, bytes.baseAddress, bytes.count, flags)
        }
        return count < 0 ? nil : String(decoding: buffer.prefix(count), as: UTF8.self)
    }
}
