import HTTPWire
import Synchronization

/// Counts the open connections of all loops, in total and by subscriber.
///
/// Trusted proxies and peers on Unix sockets speak for many callers and count in the total alone. Control and
/// metrics have seats of their own, so that a full server can still be looked at.
final class Census: Sendable {
    /// What a connection takes up.
    struct Seat {
        fileprivate var subscriber: PeerAddress?
        fileprivate var isReserved: Bool

        /// Whether it may be taken for somebody else when descriptors run out.
        var isExpendable: Bool { !isReserved }
    }

    fileprivate struct Counts {
        var total = 0
        var reserved = 0
        var bySubscriber: [PeerAddress: Int] = [:]
    }

    /// Out of the descriptors that are kept back: enough for the command line and a few collectors.
    fileprivate static let reservedSeats = 16

    private let counts = Mutex(Counts())
    private let limit: Int
    private let limitPerAddress: Int
    private let trust: ProxyTrust

    init(limit: Int, limitPerAddress: Int, trust: ProxyTrust) {
        self.limit = limit
        self.limitPerAddress = limitPerAddress
        self.trust = trust
    }

    /// Counts a new connection; `nil` when it would be one too many.
    func admit(_ origin: Origin) -> Seat? {
        let seat = Seat(
            subscriber: isExempt(origin) ? nil : origin.peer.subscriber, isReserved: origin.purpose != .public
        )
        return counts.withLock { $0.take(seat, limit: limit, limitPerAddress: limitPerAddress) ? seat : nil }
    }

    private func isExempt(_ origin: Origin) -> Bool {
        origin.purpose != .public || origin.credentials != nil || trust.current.include(origin)
    }

    /// Counts a closed connection.
    func release(_ seat: Seat) {
        counts.withLock { $0.leave(seat) }
    }

    /// The number of open connections.
    var total: Int { counts.withLock { $0.total + $0.reserved } }
}

extension Census.Counts {
    fileprivate mutating func take(_ seat: Census.Seat, limit: Int, limitPerAddress: Int) -> Bool {
        if seat.isReserved {
            guard reserved < Census.reservedSeats else { return false }
            reserved += 1
            return true
        }
        guard total < limit else { return false }
        if let subscriber = seat.subscriber {
            let own = bySubscriber[subscriber, default: 0]
            guard own < limitPerAddress else { return false }
            bySubscriber[subscriber] = own + 1
        }
        total += 1
        return true
    }

    fileprivate mutating func leave(_ seat: Census.Seat) {
        if seat.isReserved {
            reserved -= 1
            return
        }
        total -= 1
        guard let subscriber = seat.subscriber else { return }
        let left = bySubscriber[subscriber, default: 1] - 1
        bySubscriber[subscriber] = left > 0 ? left : nil
    }
}
