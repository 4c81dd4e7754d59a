import HTTPWire
import Scharnier
import Synchronization

/// Counts requests against quotas, in memory only: a restart refills, which costs less than a write per request.
final class Meter: Sendable {
    /// Callers counted at a time.
    ///
    /// Beyond that full buckets are dropped, then all: nobody can fill the memory.
    static let capacity = 20_000

    /// Whose requests are counted, and as what.
    enum Account: Hashable, Sendable {
        case anonymous(PeerAddress)
        case token(Identifier<AccessToken>)
        case writing(Identifier<AccessToken>)
        case failures(PeerAddress)
        case importing(Identifier<Organization>)
        case exporting(Identifier<Organization>)
        case exportingAnonymously(PeerAddress)
    }

    /// What is left of one quota after a request.
    struct Reading: Sendable {
        let quota: Quota
        let account: Account
        let remaining: Int
        let secondsToNext: Int64
        let isExceeded: Bool
    }

    private let buckets = Mutex<[Account: TokenBucket]>([:])

    /// Counts a request against all of these, or, if one has no room, against none.
    func charge(_ charges: [(Quota, Account)], at now: Int64) -> [Reading] {
        buckets.withLock { buckets in
            let exceeded = charges.map { !buckets[$1, default: TokenBucket()].hasRoom($0, at: now) }
            if !exceeded.contains(true) {
                if buckets.count + charges.count > Self.capacity { Self.sweep(&buckets, at: now) }
                for (quota, account) in charges {
                    buckets[account, default: TokenBucket()].take(quota, at: now)
                }
            }
            return zip(charges, exceeded).map { charge, isExceeded in
                let bucket = buckets[charge.1, default: TokenBucket()]
                return Reading(
                    quota: charge.0, account: charge.1, remaining: bucket.remaining(charge.0, at: now),
                    secondsToNext: bucket.secondsToNext(charge.0, at: now), isExceeded: isExceeded)
            }
        }
    }

    /// Takes a request out of the count.
    func giveBack(_ readings: [Reading]) {
        buckets.withLock { buckets in
            for reading in readings { buckets[reading.account]?.giveBack(reading.quota) }
        }
    }

    private static func sweep(_ buckets: inout [Account: TokenBucket], at now: Int64) {
        buckets = buckets.filter { !$0.value.isFull(at: now) }
        if buckets.count >= capacity / 2 { buckets.removeAll() }
    }
}
