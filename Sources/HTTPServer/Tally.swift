import Synchronization

/// What a server has refused and given up so far, for its figures.
final class Tally: Sendable {
    private let shed = Atomic(0)
    private let turnedAway = Atomic(0)
    private let expired = Atomic(0)
    private let unaccepted = Atomic(0)

    func noteShed() { shed.add(1, ordering: .relaxed) }
    func noteTurnedAway() { turnedAway.add(1, ordering: .relaxed) }
    func noteExpired() { expired.add(1, ordering: .relaxed) }
    func noteUnaccepted() { unaccepted.add(1, ordering: .relaxed) }

    /// The counts of this moment.
    func figures(connections: Int, inWork: Int) -> ServerFigures {
        ServerFigures(
            connections: connections, inWork: inWork, shedRequests: shed.load(ordering: .relaxed),
            refusedConnections: turnedAway.load(ordering: .relaxed),
            expiredAnswers: expired.load(ordering: .relaxed),
            acceptFailures: unaccepted.load(ordering: .relaxed))
    }
}

/// What a server does at one moment, and what it has refused since its start.
package struct ServerFigures: Hashable, Sendable {
    /// Open connections.
    package let connections: Int
    /// Answers that the responder owes.
    package let inWork: Int
    /// Requests answered with ``ServerRefusal/overloaded(retryAfterSeconds:)``.
    package let shedRequests: Int
    /// Connections closed at once: over a limit, or not permitted on the control socket.
    package let refusedConnections: Int
    /// Requests answered with ``ServerRefusal/deadlinePassed``.
    package let expiredAnswers: Int
    /// Times that no connection could be accepted for want of descriptors or memory.
    package let acceptFailures: Int
}
