import Foundation
import HTTPWire
import TestSupport
import Testing

@testable import ScharnierAPI

/// Every problem that the program knows is brought about by a test.
@Suite struct ProblemReachTests {
    private static let known = Dictionary(
        uniqueKeysWithValues: ProblemCode.all.map { ($0.code, $0.status) }
            + WireError.allCases.map { ($0.code, $0.status) })

    @Test func `each problem code has a request that gets it, and there is none for another`() {
        let ways = Array(ProblemWays.all.keys) + Array(ProcessWays.all.keys)
        let missing = Set(Self.known.keys).subtracting(ways).sorted()
        #expect(missing == [], "add a row to ProblemWays, or to ProcessWays the test of a process")
        #expect(Set(ways).subtracting(Self.known.keys).sorted() == [], "there is no such code")
        #expect(Set(ways).count == ways.count, "one way is enough")
    }

    @Test(arguments: ProblemWays.all.keys.sorted())
    func `a request gets the problem that it is for`(code: String) throws {
        let way = try #require(ProblemWays.all[code])
        let response = try way()
        #expect(response.text("code") == code, "\(response.outcome) \(response.faults)")
        #expect(response.status == Self.known[code])
        #expect(response.integer("status") == Self.known[code].map(Int64.init))
    }

    @Test(arguments: ProcessWays.all.keys.sorted())
    func `what only processes bring about has a test that names it`(code: String) throws {
        let (file, test) = try #require(ProcessWays.all[code])
        let source = try String(contentsOf: OpenAPI.package.appending(path: "Tests/\(file)"), encoding: .utf8)
        #expect(source.contains("`\(test)`"), "\(file) has no such test")
        #expect(source.contains("\(code)\""), "\(file) does not name \(code)")
    }
}
