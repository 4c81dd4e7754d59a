import ScharnierAPI
import ScharnierStore
import Synchronization

/// Whether the service takes requests; asked by every `/readyz`.
final class Readiness: Sendable {
    private let isServing = Atomic(false)
    private let isDamaged = Atomic(false)

    /// Requests are taken from now on, or no more.
    func setServing(_ value: Bool) { isServing.store(value, ordering: .relaxed) }

    /// Something is wrong with the database's pages: only a restore helps.
    func noteDamage() { isDamaged.store(true, ordering: .relaxed) }

    /// What has to hold (api.md §14).
    ///
    /// The schema is current, and the database can be written, or the store would not have opened; should the
    /// disk fail later, the process ends.
    func checks(of store: SQLiteStore) -> [ReadinessCheck] {
        [
            ReadinessCheck(name: "serving", holds: isServing.load(ordering: .relaxed)),
            ReadinessCheck(name: "database", holds: !isDamaged.load(ordering: .relaxed)),
            ReadinessCheck(name: "disk_space", holds: !store.isShortOfSpace),
        ]
    }
}
