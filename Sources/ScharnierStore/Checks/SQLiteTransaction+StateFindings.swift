import SQLite
import Scharnier

extension SQLiteTransaction {
    /// Records whose state does not fit the rest of them.
    func stateFindings() throws -> [String] {
        let needs = try needs(among: "SELECT id FROM need").filter { !$0.stateFits }
        let introductions = try introductions(among: "SELECT id FROM introduction").filter { !$0.stateFits }
        return needs.map { "need \($0.id): is \($0.status.rawValue), its lines say otherwise" }
            + introductions.map {
                "introduction \($0.id): is \($0.status.rawValue), its answers or holds say otherwise"
            }
    }
}

extension Need {
    /// Whether recomputing the state from what is promised changes nothing.
    fileprivate var stateFits: Bool {
        var covered = self
        covered.cover()
        return covered.status == status
    }
}

extension Introduction {
    /// Whether both sides have answered where they must have, and nothing is reserved where nothing may be.
    fileprivate var stateFits: Bool {
        let holdsSomething = holds.contains { $0.releasedAt == nil }
        return switch status {
        case .proposed, .acceptedByOne: !isConnected && !holdsSomething
        case .connected, .inTalks: isConnected
        case .agreed: isConnected && !holdsSomething
        case .declined, .lapsed, .withdrawn, .failed: !holdsSomething
        }
    }
}
