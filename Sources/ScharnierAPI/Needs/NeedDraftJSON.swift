import JSON
import Scharnier

extension NeedBody {
    /// The need as a caller would send it: what a merge patch is applied to.
    var draft: JSONValue {
        get throws(Problem) {
            guard case .object(let need) = try draft(without: NeedDraft.readOnly) else { return .null }
            let members = need.members.map { member in
                member.name == "items"
                    ? JSONObject.Member(name: "items", value: member.value.itemDrafts) : member
            }
            return JSONObject(members: members).map { .object($0) } ?? .null
        }
    }
}

extension JSONValue {
    /// Lines of a need without what the server sets.
    fileprivate var itemDrafts: JSONValue {
        guard case .array(let items) = self else { return self }
        return .array(
            items.map { item in
                guard case .object(let object) = item else { return item }
                let kept = object.members.filter { !NeedItemDraft.readOnly.contains($0.name) }
                return JSONObject(members: kept).map { .object($0) } ?? .null
            })
    }
}
