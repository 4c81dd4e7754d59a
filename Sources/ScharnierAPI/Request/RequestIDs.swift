import Digest
import Scharnier
import Synchronization

/// Numbers requests: UUIDv7, increasing within the process.
final class RequestIDs: Sendable {
    private struct State {
        var source = IdentifierSource()
        var generator = StockedRandomness()
        var hour = Instant(milliseconds: 0)
        var seen: Set<Identifier<AccessToken>> = []
    }

    private let state = Mutex(State())

    /// The identifier of the next request.
    func next(at now: Instant) -> String {
        let id: Identifier<Request> = state.withLock { $0.source.next(at: now, using: &$0.generator) }
        return id.description
    }

    /// Whether a token is used for the first time in `hour`.
    func isFirstUse(of token: Identifier<AccessToken>, in hour: Instant) -> Bool {
        state.withLock { state in
            if state.hour != hour { (state.hour, state.seen) = (hour, []) }
            return state.seen.insert(token).inserted
        }
    }

    /// Names a request.
    enum Request {}
}

extension Instant {
    /// The full hour at or before this moment.
    var startOfHour: Instant { Instant(milliseconds: milliseconds - milliseconds % 3_600_000) }
}
