import Scharnier
import ScharnierStore
import Testing

@Suite struct TokenRepositoryTests {
    let city: TestCity

    init() throws { city = try TestCity() }

    @Test func `tokens come back as they were kept, oldest first`() throws {
        let first = token(at: 1)
        let second = token(at: 2, scopes: [])
        try city.store.write { tx in
            try tx.insert(second)
            try tx.insert(first)
        }
        try city.store.read { tx throws in
            #expect(try tx.tokens(of: city.carrier.id) == [first, second])
            #expect(try tx.tokens(of: nil) == [first, second])
            #expect(try tx.tokens(of: city.giver.id).isEmpty)
            #expect(try tx.token(first.id) == first)
            #expect(try tx.token(digest: second.digest) == second)
            #expect(try tx.token(digest: [UInt8](repeating: 0, count: 32)) == nil)
            #expect(try tx.token(digest: []) == nil)
        }
    }

    @Test func `every role of a token can be kept`() throws {
        for role in Role.allCases where role != .public {
            let token = token(at: 1, role: role)
            try city.store.write { tx in try tx.insert(token) }
            #expect(try city.store.read { try $0.token(token.id) } == token)
        }
    }

    @Test func `a used, revoked, replaced token keeps that`() throws {
        var old = token(at: 1)
        let new = token(at: 2)
        try city.store.write { [old] tx in
            try tx.insert(old)
            try tx.insert(new)
        }
        old.expiresAt = Instant(milliseconds: 50)
        old.revokedAt = Instant(milliseconds: 40)
        old.lastUsedAt = Instant(milliseconds: 30)
        old.successor = new.id
        try city.store.write { [old] tx in try tx.update(old) }
        #expect(try city.store.read { try $0.token(old.id) } == old)
    }

    @Test func `a secret cannot be there twice`() throws {
        let token = token(at: 1)
        try city.store.write { tx in try tx.insert(token) }
        let same = AccessToken(
            id: sampleID(), organization: token.organization, role: .carrier, scopes: [], label: "x",
            digest: token.digest, createdAt: token.createdAt, expiresAt: token.expiresAt)
        #expect(throws: Refusal.duplicate(existing: nil)) {
            try city.store.write { tx in try tx.insert(same) }
        }
    }

    @Test func `officers are responsible for what lies in their areas, on the days they are assigned`() throws
    {
        @Sendable func day(_ number: Int32) -> Day { Day(number: number) }
        try city.store.write { tx in
            try tx.assign(
                city.area("north"), to: city.office.id, during: DayRange(from: day(10), to: day(20)))
            try tx.assign(city.area("south"), to: city.office.id, during: DayRange(from: day(20)))
            try tx.assign(city.area("south"), to: city.office.id, during: DayRange(from: day(20)))
            try tx.assign(city.area("city"), to: city.giver.id, during: DayRange(to: day(10)))
        }
        func areas(_ organization: Organization, _ number: Int32) throws -> Set<Identifier<Area>> {
            try city.store.read { try $0.assignedAreas(of: organization.id, on: day(number)) }
        }
        #expect(try areas(city.office, 9).isEmpty)
        #expect(try areas(city.office, 10) == Set(["north", "harbour", "market"].map { city.area($0) }))
        #expect(try areas(city.office, 19).count == 3)
        #expect(try areas(city.office, 20) == [city.area("south")])
        #expect(try areas(city.giver, 9).count == 5)
        #expect(try areas(city.giver, 10).isEmpty)
        #expect(try areas(city.carrier, 10).isEmpty)
    }

    private func token(
        at moment: Int64, role: Role = .carrier, scopes: Set<Scope> = Set(Scope.allCases)
    ) -> AccessToken {
        AccessToken(
            id: sampleID(), organization: city.carrier.id, role: role, scopes: scopes, label: hostileText,
            digest: (0..<32).map { _ in .random(in: 0...255) }, createdAt: Instant(milliseconds: moment),
            expiresAt: Instant(milliseconds: .max))
    }
}
