/// A hash of what one member of a record holds: equal when the member does.
package struct Print: Equatable, Sendable {
    package let name: String
    package let value: UInt64

    /// The hash of one member.
    package init(_ name: String, _ value: UInt64) {
        self.name = name
        self.value = value
    }
}

/// What a source sent last in one member, and what was kept of it here.
///
/// Both differ where a rule completes what was sent, as the city for a need that holds for all of it.
package struct MemberPrint: Equatable, Sendable {
    package let name: String
    package let sent: UInt64
    package let kept: UInt64

    /// A member as it was after the last upsert.
    package init(_ name: String, sent: UInt64, kept: UInt64) {
        self.name = name
        self.sent = sent
        self.kept = kept
    }
}

/// Which members of a record follow its source, and which stay as they were edited here (domain.md §10, Upsert).
///
/// A member that was changed here since the last upsert is the owner's: it stays, and is a conflict as long as the
/// source says something else. Any other member follows the source.
package struct Reconciliation: Equatable, Sendable {
    /// The members that take what the source sends, in its order.
    package let taken: [String]

    /// The members that keep what was edited here, in the order of the source.
    package let conflicts: [String]

    private let incoming: [Print]
    private let edited: Set<String>
    private let last: [String: MemberPrint]

    /// Compares the record as it is, what comes in, and what was there after the last upsert.
    package init(current: [Print], incoming: [Print], last: [MemberPrint]) {
        let last = Dictionary(last.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let current = Dictionary(
            current.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        // A member that a release has added was never sent, and is nobody's yet.
        let edited = incoming.filter { print in
            last[print.name].map { $0.kept != current[print.name] } ?? false
        }
        let editedNames = Set(edited.map(\.name))
        taken = incoming.filter {
            $0.value != last[$0.name]?.sent && !editedNames.contains($0.name)
                && $0.value != current[$0.name]
        }.map(\.name)
        conflicts = edited.filter { $0.value != current[$0.name] }.map(\.name)
        self.incoming = incoming
        self.edited = editedNames
        self.last = last
    }

    /// What to remember, when the record then holds `current`.
    package func members(after current: [Print]) -> [MemberPrint] {
        let current = Dictionary(
            current.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        return incoming.map { print in
            let now = current[print.name] ?? print.value
            // What the source says by now too is no edit any more.
            let staysEdited = edited.contains(print.name) && print.value != now
            let kept = staysEdited ? last[print.name]?.kept ?? now : now
            return MemberPrint(print.name, sent: print.value, kept: kept)
        }
    }
}
