import Scharnier
import Testing

@testable import ScharnierAPI

@Suite struct KnownTokensTests {
    private let known = KnownTokens()
    private let now = Instant(milliseconds: 0)

    private func token(_ role: Role = .carrier, number: UInt64 = 1) -> AccessToken {
        AccessToken(
            id: Identifier(high: 0, low: number), organization: Identifier(high: 0, low: 2), role: role,
            scopes: [],
            label: "", digest: [], createdAt: now, expiresAt: now.adding(seconds: 10))
    }

    private func keep(_ token: AccessToken, _ digest: [UInt8], stamp: Int64) {
        known.keep(
            Party(organization: token.organization, role: token.role, token: token.id), token, digest,
            stamp: stamp)
    }

    @Test func `a token counts under the stamp it was read under, and no other`() {
        keep(token(), [1], stamp: 5)
        #expect(known.find([1], stamp: 5, at: now)?.1.id == token().id)
        #expect(known.find([1], stamp: 6, at: now) == nil)
        #expect(known.find([2], stamp: 5, at: now) == nil)
    }

    @Test func `a reader that was slower than a change leaves nothing that counts`() {
        // Stamp read, then a commit, then the old state is kept.
        keep(token(), [1], stamp: 5)
        #expect(known.find([1], stamp: 6, at: now) == nil)
        keep(token(), [1], stamp: 6)
        #expect(known.find([1], stamp: 6, at: now) != nil)
    }

    @Test func `a token that has expired is looked up again`() {
        keep(token(), [1], stamp: 5)
        #expect(known.find([1], stamp: 5, at: now.adding(seconds: 9)) != nil)
        #expect(known.find([1], stamp: 5, at: now.adding(seconds: 10)) == nil)
    }

    @Test func `officers are looked up each time`() {
        keep(token(.areaOfficer), [1], stamp: 5)
        #expect(known.find([1], stamp: 5, at: now) == nil)
    }

    @Test func `no more are kept than there is room for`() {
        for number in 0...KnownTokens.capacity {
            keep(token(), [UInt8(number >> 8), UInt8(number & 0xff)], stamp: 5)
        }
        #expect(known.find([0, 0], stamp: 5, at: now) == nil)
        #expect(known.find([UInt8(KnownTokens.capacity >> 8), 0], stamp: 5, at: now) != nil)
    }
}
