import Synchronization

/// The keys of session tickets of a server; they live in memory only and change every twelve hours.
///
/// Whoever gets hold of a key can read the sessions resumed with it, so none lives long (RFC 8446 §8.1 and
/// appendix C.4). The key before the current one is still taken, for one period; its tickets are renewed.
package final class TicketKeys: Sendable {
    /// How long a key makes tickets, and then how long it still opens them.
    package static let period = Duration.seconds(12 * 3600)

    private struct Ring {
        var current: TicketKey?
        var previous: TicketKey?
        var since: Duration
    }

    /// What a ticket's key is good for.
    enum Match {
        case current(TicketKey)
        case previous(TicketKey)

        var key: (TicketKey, isCurrent: Bool) {
            switch self {
            case .current(let key): (key, true)
            case .previous(let key): (key, false)
            }
        }
    }

    private let ring: Mutex<Ring>
    private let clock: @Sendable () -> Duration

    /// Keys that are made as time goes by.
    ///
    /// - Parameter clock: Time that never goes back, since any moment; asked for every ticket, from any thread.
    package init(clock: @escaping @Sendable () -> Duration) {
        self.clock = clock
        ring = Mutex(Ring(since: clock()))
    }

    /// The key for a new ticket; `nil` when there is no randomness to make it from.
    func keyForNewTicket() -> TicketKey? {
        rotated { $0.current }
    }

    /// The key of this name, if it is still taken.
    func key(named name: [UInt8]) -> Match? {
        rotated { ring in
            if let current = ring.current, current.name == name { return .current(current) }
            if let previous = ring.previous, previous.name == name { return .previous(previous) }
            return nil
        }
    }

    private func rotated<Result>(_ body: (Ring) -> Result) -> Result {
        let now = clock()
        return ring.withLock { ring in
            Self.rotate(&ring, at: now)
            return body(ring)
        }
    }

    private static func rotate(_ ring: inout Ring, at now: Duration) {
        let periods = Int64((now - ring.since) / period)
        guard periods > 0 || ring.current == nil else { return }
        // Two periods after it began a key opens no ticket any more.
        ring.previous = periods == 1 ? ring.current : nil
        ring.current = TicketKey()
        ring.since += period * periods
    }
}
