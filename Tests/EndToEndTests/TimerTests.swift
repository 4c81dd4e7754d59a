import Foundation
import SQLite
import TestSupport
import Testing

/// What became due while the service was down, or while it was being killed, happens once (domain.md F-142).
@Suite struct TimerTests {
    private let city: City

    init() throws {
        city = try City()
    }

    /// Makes all that is open doubtful since an hour ago, behind the product's back.
    private func age() throws {
        for table in ["need", "offer"] {
            try city.run(
                sql: """
                    UPDATE \(table) SET confirmedAt = 0, staleAt = unixepoch() * 1000 - 3600000,
                        dueAt = unixepoch() * 1000 - 3600000
                    WHERE status IN ('published', 'partially_met', 'active', 'partly_reserved')
                    """)
        }
    }

    private func number(_ query: SQL) throws -> Int { try #require(Int(city.first(query))) }

    private func openRecords() throws -> Int {
        try number("SELECT count(*) FROM need WHERE status IN ('published', 'partially_met')")
            + number("SELECT count(*) FROM offer WHERE status IN ('active', 'partly_reserved')")
    }

    @Test func `kills in between neither lose nor double what is due`() throws {
        let open = try openRecords()
        try #require(open >= 10)
        try age()
        var moments = SeededGenerator(seed: 7)
        for _ in 0..<5 {
            let service = try city.serve()
            usleep(.random(in: 0...20_000, using: &moments))
            try service.kill()
        }
        let service = try city.serve("--metrics-listen", "127.0.0.1:0")
        let caller = try Caller(service, city.token("city_admin"))
        var isDone = false
        for _ in 0..<1000 where !isDone {
            let needs = try caller.get("/v1/needs?status=published").expecting(200)["items"].elements
            let offers = try caller.get("/v1/offers?status=active").expecting(200)["items"].elements
            isDone = needs.isEmpty && offers.isEmpty
            usleep(10_000)
        }
        #expect(isDone)
        try service.kill()
        #expect(try openRecords() == 0)
        #expect(try number("SELECT count(*) FROM transition WHERE event = 'go_stale'") == open)
        #expect(
            try number("SELECT count(DISTINCT subjectID) FROM transition WHERE event = 'go_stale'") == open)
        #expect(try city.check().code == 0)
    }
}
