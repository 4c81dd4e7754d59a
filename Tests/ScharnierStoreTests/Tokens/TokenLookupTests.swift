import SQLite
import Scharnier
import Testing

@testable import ScharnierStore

/// Looking for a token costs the same however much of it is right (operations.md §7).
///
/// Time itself is not measured: other work on the machine would decide. What is counted are the steps that take it.
@Suite struct TokenLookupTests {
    private let city: TestCity

    init() throws {
        city = try TestCity()
        for number in 0..<200 {
            try city.store.write { [token = city.sample(number)] in try $0.insert(token) }
        }
    }

    @Test func `it is one step through the index of digests`() throws {
        let plan = try city.store.connections.lend {
            try $0.queryPlan(of: "SELECT id FROM accessToken WHERE digest = \(Self.digest(7))")
        }
        #expect(plan.count == 1)
        #expect(plan.first?.hasPrefix("SEARCH accessToken USING") == true, "\(plan)")
        #expect(plan.first?.contains("(digest=?)") == true, "\(plan)")
    }

    @Test func `a digest that is nearly right costs what a wrong one costs`() throws {
        let right = Self.digest(7)
        let wrong = try cost(of: [UInt8](repeating: 0xEE, count: 32))
        for length in [1, 8, 16, 31] {
            let rest = right.dropFirst(length).map { $0 ^ 0xFF }
            #expect(try cost(of: Array(right.prefix(length)) + rest) == wrong, "\(length) octets are right")
        }
        #expect(wrong.runs > 0 && wrong.scanSteps == 0 && wrong.sorts == 0)
        #expect(try city.store.read { try $0.token(digest: right) } != nil)
    }

    /// What the statements of the connection did for one look-up that finds nothing.
    private func cost(of digest: [UInt8]) throws -> Statistics {
        _ = try city.store.read { try $0.token(digest: []) }
        let before = try city.store.connections.lend { $0.statistics }
        #expect(try city.store.read { try $0.token(digest: digest) } == nil)
        var cost = try city.store.connections.lend { $0.statistics }
        cost.runs -= before.runs
        cost.scanSteps -= before.scanSteps
        cost.sorts -= before.sorts
        cost.automaticIndexRows -= before.automaticIndexRows
        return cost
    }

    fileprivate static func digest(_ number: Int) -> [UInt8] {
        (0..<32).map { UInt8(truncatingIfNeeded: number &* 31 &+ $0 &* 7) }
    }
}

extension TestCity {
    fileprivate func sample(_ number: Int) -> AccessToken {
        AccessToken(
            id: sampleID(), organization: carrier.id, role: .carrier, scopes: [], label: "Test",
            digest: TokenLookupTests.digest(number), createdAt: Instant(milliseconds: Int64(number)),
            expiresAt: Instant(milliseconds: .max))
    }
}
