import Digest
import JSON
import Scharnier

/// What a record says, as JSON members: compared and merged one by one with what its source says.
struct RecordMembers: Sendable {
    let members: [JSONObject.Member]

    /// The member that says whose the record is: it is compared by itself.
    private let owner: String

    /// The members of a record that is written out as a caller would send it.
    init(_ draft: JSONValue, owner: String) {
        self.owner = owner
        if case .object(let object) = draft { members = object.members } else { members = [] }
    }

    /// A hash of each member; lines are compared by what they say, not by what they are called here.
    var prints: [Print] {
        members.filter { $0.name != owner }.map { member in
            var writer = JSONWriter()
            writer.value(member.value.withoutLineIDs)
            return Print(member.name, contentHash(writer.bytes))
        }
    }

    /// The same with some members as `others` have them, lines in their places.
    func taking(_ names: [String], from others: RecordMembers) -> JSONValue {
        let members = members.map { member in
            guard names.contains(member.name),
                let other = others.members.first(where: { $0.name == member.name })
            else { return member }
            return JSONObject.Member(name: member.name, value: other.value.withLineIDs(of: member.value))
        }
        return JSONObject(members: members).map { .object($0) } ?? .null
    }
}

extension JSONValue {
    fileprivate var withoutLineIDs: JSONValue {
        guard case .array(let lines) = self else { return self }
        return .array(lines.map { $0.setting(id: nil) })
    }

    /// The lines of a list with the identifiers that those in the same places have.
    fileprivate func withLineIDs(of old: JSONValue) -> JSONValue {
        guard case .array(let lines) = self, case .array(let olds) = old else { return self }
        return .array(
            lines.enumerated().map { index, line in
                line.setting(id: olds.indices.contains(index) ? olds[index].lineID : nil)
            })
    }

    private var lineID: JSONValue? {
        guard case .object(let line) = self else { return nil }
        return line["id"]
    }

    private func setting(id: JSONValue?) -> JSONValue {
        guard case .object(let line) = self else { return self }
        let kept = line.members.filter { $0.name != "id" }
        let members = (id.map { [JSONObject.Member(name: "id", value: $0)] } ?? []) + kept
        return JSONObject(members: members).map { .object($0) } ?? .null
    }
}
