import Allocation
import AllocationCases
import ArgumentParser

/// `ScharnierBench allocate`: how good allocation plans are, and what they cost.
///
/// Ratios against the proven bounds, in thousandths: worth against the relaxed optimum, and the worst group against
/// its leximin level. Each plan is verified before it is counted.
struct Allocate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Quality and CPU time of allocation plans on made-up cities.")

    @Option(help: "Cities of each size.")
    var seeds = 5

    @Option(help: "How many of a hundred offers give only in some areas.")
    var local = 75

    func run() throws {
        print("claims×funds  fairness  seed   edges  worth ‰  worst ‰  CPU ms")
        for (claims, funds) in [(1_000, 100), (5_000, 500)] {
            for fairness: Int64 in [10_000, 0] { try measure(claims, funds, fairness) }
        }
    }

    private func measure(_ claims: Int, _ funds: Int, _ fairness: Int64) throws {
        var sums = Figures()
        for seed in 1...max(1, seeds) {
            var instance = City.instance(claims: claims, funds: funds, local: local, seed: UInt64(seed))
            instance.fairness = fairness
            let start = processorNanoseconds()
            let plan = try instance.plan()
            let time = processorNanoseconds() - start
            let figures = Figures(
                edges: Int64(instance.edges.count), worth: plan.worthShare, worst: plan.worstShare, time: time
            )
            print(figures.line(claims, funds, fairness, "\(seed)"))
            sums.add(figures)
        }
        print(sums.divided(by: Int64(max(1, seeds))).line(claims, funds, fairness, "mean"))
    }
}

/// The figures of a line.
private struct Figures {
    var edges: Int64 = 0
    var worth: Int64 = 0
    var worst: Int64 = 0
    var time: Int64 = 0

    mutating func add(_ other: Figures) {
        edges += other.edges
        worth += other.worth
        worst += other.worst
        time += other.time
    }

    func divided(by count: Int64) -> Figures {
        Figures(edges: edges / count, worth: worth / count, worst: worst / count, time: time / count)
    }

    func line(_ claims: Int, _ funds: Int, _ fairness: Int64, _ seed: String) -> String {
        [
            padded("\(claims)×\(funds)", 12), padded("\(fairness)", 9), padded(seed, 5),
            padded("\(edges)", 7),
            padded("\(worth / 1_000)", 8), padded("\(worst / 1_000)", 8), padded("\(time / 1_000_000)", 7),
        ].joined(separator: " ")
    }

    private func padded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
