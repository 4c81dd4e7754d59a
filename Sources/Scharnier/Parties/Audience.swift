/// Who may know that a record exists: rule V of domain.md §3.2 as a value.
///
/// The domain computes it from the record; the store keeps it beside the record and compares, and so has no
/// rule of its own.
package struct Audience: Equatable, Sendable {
    /// How far a record is open to those who are no party to it.
    package enum Openness: Int, Comparable, CaseIterable, Sendable {
        /// Parties and the city's administration only.
        case parties = 0
        /// City readers too: it is past its drafts.
        case cityReaders = 1
        /// Any token but a portal's.
        case registered = 2
        /// Everyone.
        case everyone = 3

        package static func < (one: Openness, other: Openness) -> Bool { one.rawValue < other.rawValue }
    }

    /// An organisation or an area that makes its members and officers see the record.
    package typealias Member = Identifier<Audience>

    /// How far the record is open.
    package var openness: Openness

    /// Organisations that are parties, and areas whose officers are in charge.
    package var members: Set<Member>

    /// Open this far, and to these.
    package init(_ openness: Openness, members: Set<Member> = []) {
        self.openness = openness
        self.members = members
    }

    /// Nobody: the audience of what does not exist.
    package static let none = Audience(.parties)

    /// Whether `party` belongs to it.
    package func includes(_ party: Party) -> Bool {
        openness >= party.openness || !members.isDisjoint(with: party.memberships)
    }
}

extension Audience {
    /// An audience from the organisations and areas concerned; absent organisations are left out.
    package init(
        _ openness: Openness, organizations: [Identifier<Organization>?], areas: [Identifier<Area>] = []
    ) {
        let members = organizations.compactMap { $0.map { Member($0) } } + areas.map { Member($0) }
        self.init(openness, members: Set(members))
    }
}

extension Party {
    /// How open a record must be for this party to see it without being a member of its audience.
    package var openness: Audience.Openness {
        switch role {
        case .cityAdmin: .parties
        case .cityReader: .cityReaders
        case .areaOfficer, .carrier, .foundation, .company, .network: .registered
        // A portal sees what everyone sees, until it is cleared for more.
        case .public, .portal, .monitor: .everyone
        }
    }

    /// What makes this party a member of audiences: its organisation and, for an officer, the areas.
    package var memberships: Set<Audience.Member> {
        var members = Set(areas.map { Audience.Member($0) })
        if let organization { members.insert(Audience.Member(organization)) }
        return members
    }
}
