/// Finds a repeated name while the members of an object are gathered.
///
/// A few members are searched from end to end; the names of many are hashed with the process's
/// random seed, so that no document can be made to collide.
struct Names {
    /// Up to here comparing with each name is cheaper than hashing it.
    private static let searched = 16

    private var set: Set<Name> = []

    /// Whether `name` is new after `members`, which have all been asked for before.
    mutating func isNew(_ name: String, after members: [JSONObject.Member]) -> Bool {
        guard members.count >= Self.searched else {
            return !members.contains { $0.name.hasSameBytes(as: name) }
        }
        if set.isEmpty { set = Set(members.lazy.map { Name(text: $0.name) }) }
        return set.insert(Name(text: name)).inserted
    }
}

/// A name whose identity is its bytes.
///
/// `String` hashes and compares in normal form, which lets many different byte sequences collide.
private struct Name: Hashable {
    let text: String

    static func == (left: Name, right: Name) -> Bool {
        left.text.hasSameBytes(as: right.text)
    }

    func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }
}
