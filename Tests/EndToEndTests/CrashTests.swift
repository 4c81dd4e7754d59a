import Foundation
import Testing

/// kill -9 at random moments under load: nothing acknowledged is lost, doubled or damaged (operations.md §17).
@Suite struct CrashTests {
    /// Rounds and acknowledged writes of each at least; together above the 5,000 that must be seen, or 2,000.
    private static let rounds = 20
    private static let writesPerRound = Effort.isHeavy ? 270 : 100

    @Test func `twenty kills under eight writers lose, double and damage nothing`() throws {
        let city = try City()
        let carrier = try city.token("carrier")
        let ledger = Ledger()
        var moments = SeededGenerator(seed: 2026)
        var slowest = Duration.zero
        for round in 0..<Self.rounds {
            let known = ledger.count
            let service = try city.serve()
            slowest = max(slowest, service.startup)
            try writeUntilKilled(service, ledger, carrier, round: round, moments: &moments)
            let check = try city.check()
            #expect(check.code == 0, "round \(round): \(check.text)")
            let fresh = Array(ledger.all[known...])
            let evidence = try Evidence(from: city.serve(), token: carrier, asking: fresh)
            #expect(evidence.faults(of: fresh) == [], "round \(round)")
        }
        let all = ledger.all
        let evidence = try Evidence(from: city.serve(), token: carrier, asking: all)
        #expect(evidence.faults(of: all) == [])
        #expect(all.count >= (Effort.isHeavy ? 5_000 : 2_000))
        #expect(Set(all).count == all.count)
        #expect(slowest <= .seconds(2))
        print(
            "crash loop: \(Self.rounds) kills, \(all.count) acknowledged, \(evidence.listed.count) stored,",
            "slowest start \(slowest)")
    }

    /// Kills after a random number of answers and a random pause after that.
    private func writeUntilKilled(
        _ service: Service, _ ledger: Ledger, _ token: String, round: Int, moments: inout SeededGenerator
    ) throws {
        let goal = ledger.count + Self.writesPerRound + Int.random(in: 0..<60, using: &moments)
        let writers = Writers(ledger, token: token, prefix: "Runde \(round)")
        try writers.writeUntilKilled(service, answers: goal, moments: &moments)
    }
}

/// The verifier of the crash loop must be able to fail.
@Suite struct VerifierTests {
    private let entries = (1...3).map { Ledger.Entry(id: "id-\($0)", title: "need \($0)") }

    /// Evidence without a fault.
    private var sound: Evidence {
        Evidence(
            titles: Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0.title) }),
            listed: entries.map(\.title) + ["never answered"], feed: [1, 2, 5], told: Set(entries.map(\.id)))
    }

    @Test func `sound evidence has no fault`() {
        #expect(sound.faults(of: entries) == [])
    }

    @Test func `a lost, a changed, an unlisted and an untold need are named`() {
        var evidence = sound
        evidence.titles["id-1"] = nil
        evidence.titles["id-2"] = "another"
        evidence.listed.removeAll { $0 == "need 3" }
        evidence.told.remove("id-3")
        #expect(
            evidence.faults(of: entries)
                == ["lost: id-1", "changed: id-2", "not listed: id-3", "not in the feed: id-3"])
    }

    @Test(arguments: ["need 2", "never answered"])
    func `a doubled need is named, answered or not`(title: String) {
        var evidence = sound
        evidence.listed.append(title)
        #expect(evidence.faults(of: entries) == ["doubled: \(title)"])
    }

    @Test(arguments: [[1, 2, 2], [1, 3, 2]])
    func `a feed number that comes again or goes back is named`(feed: [Int64]) {
        var evidence = sound
        evidence.feed = feed
        #expect(evidence.faults(of: entries) == ["feed goes from \(feed[1]) to \(feed[2])"])
    }

    @Test func `one need removed from the file behind the product's back is named`() throws {
        let city = try City()
        let carrier = try city.token("carrier")
        let ledger = Ledger()
        var service = try city.serve()
        let caller = try Caller(service, carrier)
        for number in 1...20 {
            let need = try caller.post("/v1/needs", Drafts.titled("Zeile \(number)")).expecting(201)
            ledger.record(Ledger.Entry(id: try #require(need["id"].text), title: "Zeile \(number)"))
        }
        try service.kill()
        let victim = ledger.all[7]
        let blob = victim.id.filter { $0 != "-" }
        try city.run(sql: "DELETE FROM need WHERE id = x'\(blob)'")
        service = try city.serve()
        let evidence = try Evidence(from: service, token: carrier, asking: ledger.all)
        #expect(evidence.faults(of: ledger.all).contains("lost: \(victim.id)"))
        #expect(evidence.faults(of: ledger.all).allSatisfy { $0.hasSuffix(victim.id) })
    }
}
