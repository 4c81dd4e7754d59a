import Scharnier
import Testing

@Suite struct AccessTokenTests {
    private let now = Instant.at("2026-11-21T09:30:00Z")

    private func token(expires: Int64 = 60, revoked: Int64? = nil, isReplaced: Bool = false) -> AccessToken {
        AccessToken(
            id: .numbered(1), organization: .carrier, role: .carrier, scopes: [.needsRead], label: "Abgleich",
            digest: [UInt8](repeating: 1, count: 32), createdAt: now.adding(days: -1),
            expiresAt: now.adding(seconds: expires), revokedAt: revoked.map { now.adding(seconds: $0) },
            successor: isReplaced ? .numbered(2) : nil)
    }

    @Test func `a token is valid until the moment it expires`() {
        #expect(token(expires: 60).standing(at: now) == .valid)
        #expect(token(expires: 0).standing(at: now) == .expired)
        #expect(token(expires: 0).standing(at: Instant(milliseconds: now.milliseconds - 1)) == .valid)
        #expect(token(expires: -60).standing(at: now) == .expired)
    }

    @Test func `a token that was replaced is revoked from the moment that was set`() {
        #expect(token(revoked: 0, isReplaced: true).standing(at: now) == .revoked)
        #expect(token(revoked: -1, isReplaced: true).standing(at: now) == .revoked)
        #expect(token(revoked: 1, isReplaced: true).standing(at: now) == .valid)
    }

    @Test func `any other is revoked for good, also by a clock that was set back`() {
        for moment in [-1, 0, 1, 100_000] as [Int64] {
            #expect(token(revoked: moment).standing(at: now) == .revoked)
        }
    }

    @Test func `revoked says more than expired`() {
        #expect(token(expires: -10, revoked: -20).standing(at: now) == .revoked)
        #expect(token(expires: -10, revoked: 20, isReplaced: true).standing(at: now) == .expired)
    }

    @Test func `a token lives 90 days unless told otherwise, at most 365`() {
        #expect(AccessToken.lifeInDays == 1...365)
        #expect(AccessToken.defaultLifeInDays == 90)
        #expect(AccessToken.longestOverlapSeconds == 24 * 3600)
        let request = TokenRequest(organization: .carrier, role: .carrier, scopes: [.needsRead], label: "x")
        #expect(request.days == 90)
    }
}
