import Scharnier
import Synchronization

/// The source of new identifiers for all transactions of a store: they grow, also when the clock steps back.
final class Identifiers: Sendable {
    private struct State {
        var source = IdentifierSource()
        var generator: any RandomNumberGenerator & Sendable
    }

    private let state: Mutex<State>

    init(using generator: any RandomNumberGenerator & Sendable) {
        state = Mutex(State(generator: generator))
    }

    func next<Entity>(at now: Instant) -> Identifier<Entity> {
        state.withLock { state in
            var random = Boxed(generator: state.generator)
            defer { state.generator = random.generator }
            return state.source.next(at: now, using: &random)
        }
    }

    /// Makes what comes later than `last`.
    func follow<Entity>(_ last: Identifier<Entity>) {
        state.withLock { $0.source.follow(last) }
    }

    /// Makes a generator of an unknown type one of a known type.
    private struct Boxed: RandomNumberGenerator {
        var generator: any RandomNumberGenerator & Sendable

        mutating func next() -> UInt64 { generator.next() }
    }

    /// Random bytes.
    func randomBytes(_ count: Int) -> [UInt8] {
        state.withLock { state in
            (0..<count).map { _ in UInt8(truncatingIfNeeded: state.generator.next()) }
        }
    }
}
