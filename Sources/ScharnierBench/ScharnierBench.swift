import ArgumentParser

/// Measures the parts of the product in one process: CPU time for one operation, release builds only.
///
/// Absolute times mean little on a shared machine; compare lines of one run, and runs of two builds one after the
/// other. `deploy/measure.sh` measures the running service beside its peers.
@main
struct ScharnierBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ScharnierBench", abstract: "CPU time of one operation of each kind.",
        subcommands: [Allocate.self, IndexSpeed.self, MatchQuality.self])

    @Option(help: "Published needs in the city that is measured.")
    var needs = 1_000

    @Option(help: "Only operations whose name contains this.")
    var only = ""

    @Option(help: "Leaves the city in this new file and measures nothing.")
    var seed: String?

    func run() throws {
        if let seed { return try BenchCity(at: seed, needs: needs).stop() }
        let place = try Scratch()
        defer { place.remove() }
        let city = try BenchCity(at: place.path + "/city.sqlite", needs: needs)
        var table = Table(only: only)
        try table.measureMessages()
        try table.measureRequests(of: city)
        try table.measureCommits(in: place.path)
        city.stop()
    }
}
