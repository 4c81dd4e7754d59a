import Testing

@testable import Scharnier

/// Handing over an area (F-15).
@Suite struct AreaAssignmentTests {
    private func assignment(_ from: String, _ to: String?) -> AreaAssignment {
        AreaAssignment(
            id: .nil, unit: .carrier, area: .nordmarkt,
            content: .init(validity: DayRange(from: .on(from), to: to.map { Day.on($0) })),
            createdAt: .at("2026-01-01T00:00:00Z"), updatedAt: .at("2026-01-01T00:00:00Z"))
    }

    /// End before, end after, and whether that may be on 21 November 2026.
    static let ends: [(String?, String?, Bool)] = [
        (nil, "2026-11-21", true), (nil, "2026-11-20", false), ("2026-12-01", nil, true),
        ("2026-11-21", nil, false), ("2026-11-22", "2026-11-21", true), ("2020-01-01", "2020-01-01", true),
    ]

    @Test(arguments: ends)
    func `days that are over stay as they were`(old: String?, new: String?, isAllowed: Bool) {
        let found = assignment("2019-01-01", old).forbidden(
            in: assignment("2019-01-01", new).content, on: .on("2026-11-21"))
        #expect(found.isEmpty == isAllowed)
    }

    @Test func `the start stays`() {
        let found = assignment("2027-01-01", nil).forbidden(
            in: assignment("2027-02-01", nil).content, on: .on("2026-11-21"))
        #expect(found.map(\.path) == ["from_on"])
    }

    @Test func `officers of the area and of the unit read the note, the city all`() {
        let one = assignment("2026-01-01", nil)
        #expect(one.closeness(of: Party(role: .areaOfficer, areas: [.nordmarkt])) == .party)
        #expect(one.closeness(of: Party(organization: .carrier, role: .areaOfficer)) == .party)
        #expect(one.closeness(of: Party(role: .areaOfficer, areas: [.marten])) == .anyone)
        #expect(one.closeness(of: Party(organization: .carrier, role: .carrier)) == .anyone)
        #expect(one.closeness(of: Party(role: .cityAdmin)) == .city)
        #expect(one.closeness(of: Party(role: .cityReader)) == .anyone)
    }
}
