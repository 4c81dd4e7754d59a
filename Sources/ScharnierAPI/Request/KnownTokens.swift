import Scharnier
import Synchronization

/// The tokens that called last, so that not every request has to look its own up.
///
/// What is kept counts only as long as the store's stamp is the one it was read under: a token that is revoked is
/// revoked for the request that follows the answer, as if nothing were kept (api.md §3).
final class KnownTokens: Sendable {
    /// How many are kept: more than call at a time.
    ///
    /// When there is no more room all are forgotten, which costs one look-up each.
    static let capacity = 1024

    private struct Known {
        let stamp: Int64
        let party: Party
        let token: AccessToken
    }

    private let known = Mutex<[[UInt8]: Known]>([:])

    /// The party and token behind the digest of a secret, if they were read under this stamp and still count.
    func find(_ digest: [UInt8], stamp: Int64, at now: Instant) -> (Party, AccessToken)? {
        let found = known.withLock { $0[digest] }
        guard let found, found.stamp == stamp, found.token.standing(at: now) == .valid else { return nil }
        return (found.party, found.token)
    }

    /// Keeps what was read after the stamp was; not officers, whose areas change with the day.
    func keep(_ party: Party, _ token: AccessToken, _ digest: [UInt8], stamp: Int64) {
        guard token.role != .areaOfficer else { return }
        known.withLock { known in
            if known.count >= Self.capacity { known.removeAll() }
            known[digest] = Known(stamp: stamp, party: party, token: token)
        }
    }
}
