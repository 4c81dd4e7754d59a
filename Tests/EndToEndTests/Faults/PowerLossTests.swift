import Foundation
import Testing

/// Power cuts under load: all that no sync made durable is thrown away, and nothing acknowledged is lost
/// (operations.md §17).
@Suite struct PowerLossTests {
    private static let rounds = Effort.isHeavy ? 60 : 12
    private static let writesPerRound = 60

    private let city: City
    private let carrier: String
    private let shim: FaultShim
    private let ledger = Ledger()

    init() throws {
        city = try City()
        carrier = try city.token("carrier")
        shim = try FaultShim()
    }

    @Test func `power cuts under eight writers lose, double and damage nothing`() throws {
        var moments = SeededGenerator(seed: 52)
        var thrownAway = 0
        var round = 0
        // On an idle machine a disk is so fast that all cuts may hit moments between two writes: then there are more.
        while round < Self.rounds || thrownAway == 0 && round < 5 * Self.rounds {
            defer { round += 1 }
            try writeUntilPowerFails(round, &moments)
            let cut = try PowerCut(journal: shim.journal)
            thrownAway += cut.lostCount
            // Nothing of it, all of it, or any sector as it comes.
            var sectors = SeededGenerator(seed: UInt64(round))
            try cut.strike { round % 3 == 0 ? false : round % 3 == 1 ? Bool.random(using: &sectors) : true }
            try FileManager.default.removeItem(atPath: shim.journal)
            let check = try city.check()
            #expect(check.code == 0, "round \(round): \(check.text)")
        }
        let evidence = try Evidence(from: city.serve(), token: carrier, asking: ledger.all)
        #expect(evidence.faults(of: ledger.all) == [])
        #expect(ledger.count >= Self.rounds * Self.writesPerRound)
        #expect(thrownAway > 0, "there was nothing to lose: the test shows nothing")
        print(
            "power loss: \(round) cuts, \(ledger.count) acknowledged, lost 0,",
            "\(thrownAway) unsynced changes thrown away")
    }

    @Test func `without syncs acknowledged writes are lost, and the verifier says so`() throws {
        var moments = SeededGenerator(seed: 53)
        try shim.dropSyncs(true)
        try writeUntilPowerFails(0, &moments)
        try PowerCut(journal: shim.journal).strike { false }
        let evidence = try Evidence(from: city.serve(), token: carrier, asking: ledger.all)
        let lost = evidence.faults(of: ledger.all).filter { $0.hasPrefix("lost") }
        #expect(!lost.isEmpty)
        print("power loss without syncs: \(ledger.count) acknowledged, lost \(lost.count)")
    }

    private func writeUntilPowerFails(_ round: Int, _ moments: inout SeededGenerator) throws {
        let service = try city.serve(environment: shim.environment(root: city.folder, hasJournal: true))
        let goal = ledger.count + Self.writesPerRound + Int.random(in: 0..<40, using: &moments)
        let writers = Writers(ledger, token: carrier, prefix: "Strom \(round)")
        try writers.writeUntilKilled(service, answers: goal, moments: &moments)
    }
}
