/// The members of a JSON object in document order (RFC 8259 §4).
///
/// No name occurs twice. Names are compared by their UTF-8 bytes, so "é" composed and decomposed are two.
package struct JSONObject: Equatable, Sendable {
    /// A name and its value.
    package struct Member: Equatable, Sendable {
        package let name: String
        package let value: JSONValue

        /// A member as it would be read.
        package init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }

        /// Whether both have the same name, byte for byte, and the same value.
        package static func == (left: Member, right: Member) -> Bool {
            left.name.hasSameBytes(as: right.name) && left.value == right.value
        }
    }

    /// All members, in document order.
    package let members: [Member]

    /// An object with `members`; `nil` when a name occurs twice.
    package init?(members: [Member]) {
        var names = Names()
        var unique: [Member] = []
        for member in members {
            guard names.isNew(member.name, after: unique) else { return nil }
            unique.append(member)
        }
        self.members = unique
    }

    /// An object with `members`, whose names are known to differ.
    init(unique members: [Member]) {
        self.members = members
    }

    /// The value of the member `name`; `nil` when there is none, ``JSONValue/null`` when it was sent as null.
    ///
    /// O(number of members).
    package subscript(_ name: String) -> JSONValue? {
        index(of: name).map { members[$0].value }
    }

    /// Where the member `name` stands among ``members``; `nil` when there is none.
    ///
    /// O(number of members).
    package func index(of name: String) -> Int? {
        // The length tells nearly all names apart, and costs nothing.
        let length = name.utf8.count
        return members.indices.first { index in
            members[index].name.utf8.count == length && members[index].name.hasSameBytes(as: name)
        }
    }
}
