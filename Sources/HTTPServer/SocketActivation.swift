/// Listening sockets that a supervisor opened before it started the process (sd_listen_fds(3)).
///
/// They stay open over a restart: connections wait in them instead of being refused.
package struct SocketActivation: Hashable, Sendable {
    /// One inherited socket.
    package struct Socket: Hashable, Sendable {
        package var descriptor: Int32
        /// `FileDescriptorName=` of its unit; `unknown` without one.
        package var name: String
    }

    package let sockets: [Socket]

    /// The first descriptor handed over: those before are standard input, output and error.
    private static let firstDescriptor: Int32 = 3
    /// More than any unit has; the variable is a number from outside.
    private static let maximumCount: Int32 = 64

    /// Reads `LISTEN_PID`, `LISTEN_FDS` and `LISTEN_FDNAMES`, which `variable` looks up.
    ///
    /// - Throws: ``Unreadable`` when they are meant for `process` and wrong.
    package init(process: Int32, variable: (String) -> String?) throws(Unreadable) {
        guard let owner = variable("LISTEN_PID"), let text = variable("LISTEN_FDS") else {
            sockets = []
            return
        }
        guard let owner = Self.number(owner) else { throw Unreadable(variable: "LISTEN_PID") }
        guard owner == process else {
            // Left over from a parent whose sockets they were.
            sockets = []
            return
        }
        guard let count = Self.number(text), count <= Self.maximumCount else {
            throw Unreadable(variable: "LISTEN_FDS")
        }
        sockets = try Self.sockets(count: count, names: variable("LISTEN_FDNAMES"))
    }

    private static func sockets(count: Int32, names: String?) throws(Unreadable) -> [Socket] {
        let names = names.map { $0.split(separator: ":", omittingEmptySubsequences: false).map(String.init) }
        guard names == nil || names?.count == Int(count) || count == 0 else {
            throw Unreadable(variable: "LISTEN_FDNAMES")
        }
        return (0..<count).map { index in
            Socket(descriptor: firstDescriptor + index, name: names?[Int(index)] ?? "unknown")
        }
    }

    /// Digits alone: `Int32("+3")` would be a number as well.
    private static func number(_ text: String) -> Int32? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int32(text) : nil
    }

    /// The environment promises sockets in a form that nobody can read.
    package struct Unreadable: Error, Hashable, Sendable {
        /// The variable that is wrong.
        package let variable: String
    }
}
