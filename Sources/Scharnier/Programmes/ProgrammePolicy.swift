extension Programme {
    /// To whom a programme gives, how much, and on what terms: facts that people read, and by which programmes are found.
    ///
    /// A version once published stays as it is; what changes gets a version of its own (domain.md §5.2).
    package struct Policy: Equatable, Sendable {
        /// What the funder calls this version: a year, a dot and a number.
        package var version: String
        package var validity: DayRange
        package var legalBasis: String
        package var sourceURL: String?
        package var verification: Verification

        /// When the funder confirmed it, if so.
        package var confirmedOn: Day?
        package var financingType: FinancingType?
        package var leastCents: Int64?
        package var mostCents: Int64?

        /// The greatest share of the costs that is paid, and the least that the recipient brings; in basis points.
        package var mostShare: Int64?
        package var leastOwnShare: Int64?
        package var horizons: [Horizon] = Horizon.allCases
        package var topics: [String] = []
        package var targetGroups: [String] = []

        /// Where it gives; none: in the whole city.
        package var areas: [Identifier<Area>] = []

        /// Who can get it; none: everybody.
        package var recipientKinds: [Organization.Kind] = []
        package var documents: [String] = []
        package var startedProjects: StartedProjects?

        /// Whether one can apply at any time.
        package var isRolling = false
        package var note: String?

        /// A policy with the facts that every policy states.
        package init(version: String, validity: DayRange, legalBasis: String, verification: Verification) {
            self.version = version
            self.validity = validity
            self.legalBasis = legalBasis
            self.verification = verification
        }
    }
}

extension Programme.Policy {
    /// From where it is known.
    package enum Verification: String, CaseIterable, Sendable {
        case unverified
        case readInPublicSource = "read_in_public_source"
        case confirmedByFunder = "confirmed_by_funder"
    }

    /// How a grant is measured (domain.md §8.3).
    package enum FinancingType: String, CaseIterable, Sendable {
        case share, deficit, fixed, full
    }

    /// What becomes of projects that have begun.
    package enum StartedProjects: String, CaseIterable, Sendable {
        case allowed
        case withPermission = "with_permission"
        case forbidden
    }

    /// Whether it holds on a day.
    package func isInForce(on day: Day) -> Bool { validity.contains(day) }

    /// Whether this is a later version than `old`, or the same one with nothing changed but its end.
    ///
    /// Versions only go on: what is compared is the one before alone, so one that came back could say anything.
    func supersedes(_ old: Self) -> Bool {
        guard version == old.version else { return old.edition < edition }
        var ended = old
        ended.validity = DayRange(from: old.validity.from, to: validity.to)
        return self == ended
    }

    /// Year and number of the version: 2026.10 comes after 2026.9, and 2026.1 is no other than 2026.01.
    private var edition: (year: Int, number: Int) {
        let parts = version.split(separator: ".").map { Int($0) ?? 0 }
        return (parts.first ?? 0, parts.dropFirst().first ?? 0)
    }
}

extension Programme {
    /// Whether one can apply on a day: in a call, or at any time while its policy holds.
    package func isOpen(on day: Day) -> Bool {
        let isRolling = content.policy.map { $0.isRolling && $0.isInForce(on: day) } ?? false
        return isRolling || content.calls.contains { $0.opensOn <= day && day <= $0.closesOn }
    }
}
