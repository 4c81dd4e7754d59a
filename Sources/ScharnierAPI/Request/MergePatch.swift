import JSON

/// JSON Merge Patch (RFC 7396), but that `null` stays as `null`: whether a member may be none is the form's affair.
extension JSONValue {
    /// The value with `patch` applied.
    func merged(with patch: JSONValue) -> JSONValue {
        guard case .object(let changes) = patch, case .object(let target) = self else { return patch }
        var members = target.members.map { member in
            guard let change = changes[member.name] else { return member }
            return JSONObject.Member(name: member.name, value: member.value.merged(with: change))
        }
        members += changes.members.filter { target[$0.name] == nil }
        return JSONObject(members: members).map { .object($0) } ?? .null
    }
}
