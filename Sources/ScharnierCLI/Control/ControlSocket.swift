import CLinux
import Glibc

/// The command line's end of the control socket of a running service (operations.md §5).
struct ControlSocket {
    let path: String
    /// Who owns the database: whoever serves it may be that account too.
    let databaseOwner: UInt32?

    /// Longer than the server lets any answer take, in seconds.
    private static let patience: Int32 = 40
    /// Room for some ten thousand tokens.
    private static let longestAnswer = 8 << 20
    private static let pieceBytes = 65_536

    /// Sends a question and waits for its answer.
    ///
    /// - Returns: `nil` where nobody listens.
    /// - Throws: ``NoAnswer`` where somebody does, and nothing usable comes.
    func ask(_ question: OperatorQuestion) throws(NoAnswer) -> OperatorAnswer? {
        try checkMode()
        let descriptor = unsafe clinux_connect_local(path, Self.patience)
        guard descriptor >= 0 else {
            if [ENOENT, ECONNREFUSED, ENAMETOOLONG, ENOTDIR].contains(-descriptor) { return nil }
            throw .system(-descriptor)
        }
        defer { close(descriptor) }
        try checkServer(at: descriptor)
        try send(question.message, to: descriptor)
        return try OperatorAnswer(message: receive(from: descriptor))
    }

    /// A socket that others may use is not as the service makes it: something is between.
    private func checkMode() throws(NoAnswer) {
        guard let facts = FileFacts(path), facts.mode & 0o077 != 0 else { return }
        throw .open(mode: facts.mode)
    }

    /// Somebody else at the other end could tell anything: that a token is revoked, for instance.
    private func checkServer(at descriptor: Int32) throws(NoAnswer) {
        var (process, user, group): (Int32, UInt32, UInt32) = (0, 0, 0)
        // Safe because the three outlive the call.
        let result = unsafe clinux_peer_credentials(descriptor, &process, &user, &group)
        guard result == 0 else { throw .system(-result) }
        // Root may be told by whom the database belongs to; others by themselves and by root.
        let isOwner = geteuid() == 0 && user == databaseOwner
        guard user == 0 || user == geteuid() || isOwner else { throw .foreign(user: user) }
    }

    private func send(_ message: [UInt8], to descriptor: Int32) throws(NoAnswer) {
        var rest = message[...]
        while !rest.isEmpty {
            // Safe because the buffer lives for the call and its count goes along.
            let sent = unsafe rest.withUnsafeBytes {
                unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if sent < 0, errno == EINTR { continue }
            guard sent > 0 else { throw .interrupted }
            rest = rest.dropFirst(sent)
        }
    }

    private func receive(from descriptor: Int32) throws(NoAnswer) -> [UInt8] {
        let end = clinux_monotonic_nanoseconds() + Int64(Self.patience) * 1_000_000_000
        var message: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: Self.pieceBytes)
        while true {
            // Safe because the buffer lives for the call and its count goes along.
            let count = unsafe piece.withUnsafeMutableBytes {
                unsafe recv(descriptor, $0.baseAddress, $0.count, 0)
            }
            if count == 0 { break }
            if count < 0, errno == EINTR { continue }
            guard count > 0, clinux_monotonic_nanoseconds() < end else { throw .interrupted }
            message += piece.prefix(count)
            guard message.count <= Self.longestAnswer else { throw .unreadable }
        }
        guard !message.isEmpty else { throw .interrupted }
        return message
    }
}

/// Why a control socket that is there gives no answer.
enum NoAnswer: Error, Equatable {
    /// The system refuses to connect.
    case system(Int32)
    /// Others than its owner may use it.
    case open(mode: UInt32)
    /// Neither root nor the own account listens.
    case foreign(user: UInt32)
    /// The service ended, or takes too long: what was asked may be done or not.
    case interrupted
    /// What listens is not this service.
    case unreadable
}
