import SQLite
import Scharnier

/// A table whose rows are listed to whom their audience lets see them.
struct ListedTable: Sendable {
    let name: SQL

    static let organization = ListedTable(name: "organization")
    static let need = ListedTable(name: "need")
    static let offer = ListedTable(name: "offer")
    static let introduction = ListedTable(name: "introduction")
    static let membership = ListedTable(name: "membership")
    static let commitment = ListedTable(name: "commitment")
    static let programme = ListedTable(name: "programme")
    static let idea = ListedTable(name: "idea")
    static let allocationPlan = ListedTable(name: "allocationPlan")

    /// Whether `party` may know of a row; nil if it may know of all.
    ///
    /// The openness stands in the text, not in a binding: only so is the index of the open rows of use. It holds the
    /// encoded rows, which is what makes it fast, and slow to search: `isFiltered` words it so that it is not used.
    func visibility(for party: Party, isFiltered: Bool) -> SQL? {
        if party.openness == .parties { return nil }
        let openness = SQL.openness(party.openness, isFiltered: isFiltered)
        guard let membership = membership(of: party) else { return openness }
        return "(\(openness) OR \(membership))"
    }

    /// Whether `party` is a member of a row's audience; nil if it cannot be one of any.
    func membership(of party: Party) -> SQL? {
        let members = party.memberships.sorted()
        guard let first = members.first else { return nil }
        var condition: SQL = "(instr(\(name).members, \(MemberText(first)))"
        for member in members.dropFirst() { condition += " OR instr(\(name).members, \(MemberText(member)))" }
        condition += ")"
        return condition
    }
}

extension SQL {
    /// Whether a row is open at least this far.
    fileprivate static func openness(_ openness: Audience.Openness, isFiltered: Bool) -> SQL {
        switch openness {
        case .parties: "openness >= 0"
        case .cityReaders: "openness >= 1"
        case .registered: "openness >= 2"
        case .everyone: isFiltered ? "openness >= 3" : "openness = 3"
        }
    }
}
