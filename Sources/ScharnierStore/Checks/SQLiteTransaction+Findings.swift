import SQLite
import Scharnier

extension SQLiteTransaction {
    /// What is wrong with the records of a database whose pages are sound, in words for the operator.
    func findings() throws -> [String] {
        try referenceFindings() + holdFindings() + usageFindings() + promiseFindings() + versionFindings()
            + audienceFindings() + stateFindings() + textFindings() + auditFindings()
    }

    private func referenceFindings() throws -> [String] {
        try connection.rows("PRAGMA foreign_key_check") { row in
            let table: String = try row.next()
            row.skip()  // the row number, which a table without one has not
            return "\(table): a row refers to one of \(try row.next(String.self)) that is not there"
        }
    }

    /// Lines whose reserved amount is not what the introductions reserve.
    private func holdFindings() throws -> [String] {
        try connection.rows(
            """
            SELECT id, held, (SELECT coalesce(sum(quantity), 0) FROM hold
                WHERE hold.item = needItem.id AND hold.releasedAt IS NULL) AS reserved
            FROM needItem WHERE held <> reserved ORDER BY id
            """
        ) { row in
            let id: Identifier<NeedItem> = try row.next()
            let (held, reserved) = (try row.next(Int64.self), try row.next(Int64.self))
            return "line \(id): holds \(held), introductions say \(reserved)"
        }
    }

    /// Offers whose reserved amount is not what the introductions reserved in its period.
    private func usageFindings() throws -> [String] {
        let offers = try offers(among: "SELECT id FROM offer")
        let holds = try holdsOnOffers()
        return offers.compactMap { offer in
            let reserved = (holds[offer.id] ?? []).filter { offer.counts($0) }.reduce(0) { $0 + $1.quantity }
            guard reserved != offer.usage.held else { return nil }
            return "offer \(offer.id): holds \(offer.usage.held), introductions say \(reserved)"
        }
    }

    private func holdsOnOffers() throws -> [Identifier<Offer>: [Introduction.Hold]] {
        var holds: [Identifier<Offer>: [Introduction.Hold]] = [:]
        try connection.forEach(
            """
            SELECT introduction.offer, \(Introduction.Hold.columns)
            FROM hold JOIN introduction ON introduction.id = hold.introduction
            WHERE introduction.offer IS NOT NULL AND hold.releasedAt IS NULL
            """
        ) { row in
            holds[try row.next(), default: []].append(try Introduction.Hold(row: &row))
            return true
        }
        return holds
    }
}

extension Offer {
    /// Whether a hold belongs to the period whose usage is known.
    fileprivate func counts(_ hold: Introduction.Hold) -> Bool {
        periodStart(of: LocalTime.day(at: hold.placedAt)) == usage.periodStart
    }
}
