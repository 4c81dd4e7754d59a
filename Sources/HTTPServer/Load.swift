import Synchronization

/// How many answers the responder owes, over all loops.
final class Load: Sendable {
    private let owed = Atomic(0)
    private let thresholds: Strain.Thresholds

    init(limit: Int) {
        thresholds = Strain.Thresholds(limit: Int64(limit))
    }

    var inWork: Int { owed.load(ordering: .relaxed) }

    var strain: Strain { thresholds.strain(at: Int64(inWork)) }

    func begin() { owed.add(1, ordering: .relaxed) }

    func finish() { owed.subtract(1, ordering: .relaxed) }
}

/// How hard the server is pressed, by whom it has to turn away (operations.md §4).
enum Strain: Int, Comparable {
    case none
    /// Reads without a token are refused.
    case anonymousReads
    /// All reads are refused.
    case reads
    /// Everything is refused that may be refused at all.
    case everything

    static func < (left: Strain, right: Strain) -> Bool { left.rawValue < right.rawValue }

    /// From which measure on whom.
    struct Thresholds {
        /// Reads without a token go first, at half of the limit; other reads at three quarters: writes are few, and
        /// each is work that somebody has done by hand.
        private static let anonymousPercent: Int64 = 50
        private static let readsPercent: Int64 = 75

        let anonymousReads: Int64
        let reads: Int64
        let everything: Int64

        init(limit: Int64) {
            anonymousReads = limit * Self.anonymousPercent / 100
            reads = limit * Self.readsPercent / 100
            everything = limit
        }

        @inline(__always)
        func strain(at measure: Int64) -> Strain {
            if measure < anonymousReads { return .none }
            return measure < reads ? .anonymousReads : measure < everything ? .reads : .everything
        }
    }
}
