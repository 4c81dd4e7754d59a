import CLinux

/// Tells the service manager how the process is (sd_notify(3)); without one it says nothing.
///
/// Every message is one datagram of `NAME=value` lines to the socket in `NOTIFY_SOCKET`.
package final class Supervisor: Sendable {
    /// What the service manager wants to know.
    package enum Message: Hashable, Sendable {
        /// The service serves.
        case ready
        /// The configuration is being read again, from this monotonic moment in microseconds on; ``ready`` ends it.
        case reloading(monotonicMicroseconds: Int64)
        /// The service ends by itself.
        case stopping
        /// The service lives; to be sent within the time that ``WatchdogTiming`` gives.
        case alive
        /// One line for people.
        case status(String)
    }

    /// Datagrams are short; a status is cut to what one line of a terminal holds.
    private static let statusOctets = 256

    private let address: String?
    private let descriptor: Int32

    /// Speaks to the socket at an address.
    ///
    /// `address` is the value of `NOTIFY_SOCKET`: a path, or with a leading `@` a name of the abstract kind
    /// (unix(7)). With `nil`, or another kind of address, nothing is said.
    package init(address: String?) {
        let isKnown = address.map { $0.hasPrefix("/") || $0.hasPrefix("@") } ?? false
        self.address = isKnown ? address : nil
        descriptor = isKnown ? clinux_datagram_socket() : -1
    }

    deinit {
        if descriptor >= 0 { clinux_close(descriptor, 0) }
    }

    /// The monotonic moment that ``Message/reloading(monotonicMicroseconds:)`` asks for.
    package static var monotonicMicroseconds: Int64 { clinux_monotonic_nanoseconds() / 1_000 }

    /// Sends messages together, in one datagram.
    ///
    /// - Returns: Whether the service manager took them; `true` without one.
    @discardableResult
    package func tell(_ messages: Message...) -> Bool {
        guard let address else { return true }
        let text = Array(messages.map(Self.line).joined(separator: "\n").utf8)
        return unsafe text.withUnsafeBytes { bytes in
            unsafe clinux_send_datagram(descriptor, address, bytes.baseAddress, bytes.count) == 0
        }
    }

    private static func line(_ message: Message) -> String {
        switch message {
        case .ready: "READY=1"
        case .reloading(let moment): "RELOADING=1\nMONOTONIC_USEC=\(moment)"
        case .stopping: "STOPPING=1"
        case .alive: "WATCHDOG=1"
        case .status(let text): "STATUS=\(oneLine(text))"
        }
    }

    /// A line end in a status would begin another message.
    private static func oneLine(_ text: String) -> String {
        let octets = text.utf8.prefix(statusOctets).map { $0 < 0x20 ? 0x20 : $0 }
        return String(decoding: octets, as: UTF8.self)
    }
}
