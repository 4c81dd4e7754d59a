import JSON

/// The members of a mapping while it is read.
struct Members {
    private(set) var names: [String] = []
    fileprivate var known: Set<String> = []

    /// The values, of which the last name has none yet while it is read.
    var values: [JSONValue] = []

    /// The mapping as it was read.
    var object: JSONValue {
        let members = zip(names, values).map { JSONObject.Member(name: $0, value: $1) }
        return JSONObject(members: members).map { .object($0) } ?? .null
    }

    fileprivate mutating func add(_ name: String) -> Bool {
        names.append(name)
        return known.insert(name).inserted
    }
}

extension YAMLReader {
    /// Takes the name of the next member, which must be another than those before.
    func add(_ name: String, to members: inout Members) throws(YAMLFault) {
        guard members.add(name) else { throw fault(.duplicateKey) }
    }
}
