import HTTPWire
import Synchronization

/// Counts the open connections of all loops, in total and by address.
final class Census: Sendable {
    private struct Counts {
        var total = 0
        var byAddress: [PeerAddress: Int] = [:]
    }

    private let counts = Mutex(Counts())
    private let limit: Int
    private let limitPerAddress: Int

    init(limit: Int, limitPerAddress: Int) {
        self.limit = limit
        self.limitPerAddress = limitPerAddress
    }

    /// Counts a new connection; `false` when it would be one too many.
    func admits(_ peer: PeerAddress) -> Bool {
        counts.withLock { counts in
            let ofPeer = counts.byAddress[peer, default: 0]
            guard counts.total < limit, ofPeer < limitPerAddress else { return false }
            counts.total += 1
            counts.byAddress[peer] = ofPeer + 1
            return true
        }
    }

    /// Counts a closed connection.
    func remove(_ peer: PeerAddress) {
        counts.withLock { counts in
            counts.total -= 1
            let left = counts.byAddress[peer, default: 1] - 1
            counts.byAddress[peer] = left > 0 ? left : nil
        }
    }

    /// The number of open connections.
    var total: Int { counts.withLock { $0.total } }
}
