import SQLite
import Scharnier

extension SQLiteTransaction {
    func needsWaiting(for party: Party, until moment: Instant) throws -> [Need] {
        // A live need is due no later than it is stale, so the index of what is due finds it.
        try needs(
            among: """
                SELECT id FROM need WHERE status IN ('submitted', 'returned', 'stale')
                    AND \(concerns(party, in: .need))
                UNION
                SELECT id FROM need WHERE needsReview = 1 AND \(concerns(party, in: .need))
                UNION
                SELECT id FROM need WHERE dueAt IS NOT NULL AND dueAt <= \(moment) AND staleAt <= \(moment)
                    AND \(concerns(party, in: .need))
                """)
    }

    func offersWaiting(for party: Party, until moment: Instant) throws -> [Offer] {
        try offers(
            among: """
                SELECT id FROM offer WHERE status = 'stale' AND \(concerns(party, in: .offer))
                UNION
                SELECT id FROM offer WHERE dueAt IS NOT NULL AND dueAt <= \(moment) AND staleAt <= \(moment)
                    AND \(concerns(party, in: .offer))
                """)
    }

    func introductionsWaiting(for party: Party) throws -> [Introduction] {
        try introductions(
            among: """
                SELECT id FROM introduction
                WHERE status IN ('proposed', 'accepted_by_one', 'connected', 'in_talks')
                    AND \(concerns(party, in: .introduction))
                """)
    }

    func organizationsWaiting(for party: Party) throws -> [Organization] {
        try organizations(
            among: """
                SELECT id FROM organization WHERE (verification = 'unverified' OR taxBasis IS NOT NULL)
                    AND \(concerns(party, in: .organization))
                """
        ).values.sorted { $0.id < $1.id }
    }

    func membershipsWaiting(for party: Party) throws -> [Membership] {
        try memberships(
            among: """
                SELECT id FROM membership WHERE status IN ('requested', 'active') AND status = 'requested'
                    AND \(concerns(party, in: .membership))
                """)
    }

    func commitmentsWaiting(for party: Party) throws -> [Commitment] {
        try commitments(
            among: """
                SELECT id FROM commitment
                WHERE status IN ('drafted', 'confirmed', 'in_delivery', 'delivered', 'acknowledged', 'disputed')
                    AND \(concerns(party, in: .commitment))
                """)
    }

    /// Whether a record is one of the party's: everything is of the city's, and else membership decides.
    private func concerns(_ party: Party, in table: ListedTable) -> SQL {
        party.openness == .parties ? "1" : table.membership(of: party) ?? "0"
    }
}
