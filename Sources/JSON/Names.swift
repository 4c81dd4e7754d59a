/// The names an object has so far, to find a repeated one.
///
/// A short list is searched from end to end; a long one is hashed with the process's random seed,
/// so that no document can be made to collide.
struct Names {
    /// Up to here comparing with each name is cheaper than hashing it.
    private static let listed = 16

    private var list: [String] = []
    private var set: Set<Name> = []

    /// Adds `name`, and says whether it was new.
    mutating func insert(_ name: String) -> Bool {
        guard list.count == Self.listed else { return insertIntoList(name) }
        if set.isEmpty { set = Set(list.lazy.map(Name.init)) }
        return set.insert(Name(text: name)).inserted
    }

    private mutating func insertIntoList(_ name: String) -> Bool {
        for other in list where other.hasSameBytes(as: name) { return false }
        list.append(name)
        return true
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
