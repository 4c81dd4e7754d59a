import ArgumentParser
import MatchingCases
import Scharnier

/// `ScharnierBench match`: how good the matching of made-up cities is, method by method.
///
/// Relevance comes from causes that the rating does not see. It is made up, so that the figures show differences
/// between methods, not how good a list is in a real city. Even seeds are for tuning, odd ones are reported.
struct MatchQuality: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match", abstract: "Quality of lists in made-up cities: NDCG@10 by method.")

    @Option(help: "Cities of each kind.")
    var seeds = 5

    @Option(help: "Needs of a city, 1,000 at most.")
    var needs = 400

    @Option(help: "Offers of a city, 1,000 at most.")
    var offers = 150

    func run() throws {
        print(
            "rule version 2026.2, weights \(WeightSet.standard.id), \(needs) needs, \(offers) offers, NDCG@10"
        )
        print("method                     needs   offers  (even seeds)   needs   offers  (odd seeds)")
        let even = try gains { 2 * UInt64($0) + 2 }
        let odd = try gains { 2 * UInt64($0) + 1 }
        for (tuned, reported) in zip(even, odd) {
            let name = tuned.name.padding(to: 26)
            print("\(name)\(tuned.text)                \(reported.text)")
        }
    }

    /// The means of one method.
    private struct Line {
        let name: String
        var needs = 0.0
        var offers = 0.0

        var text: String { "\(needs.thousandths)   \(offers.thousandths)" }
    }

    private func gains(_ seed: (Int) -> UInt64) throws -> [Line] {
        var lines = CaseRun.methods.map { Line(name: $0.name) }
        for number in 0..<max(1, seeds) {
            let city = CaseCity(needs: min(needs, 1_000), offers: min(offers, 1_000), seed: seed(number))
            guard let run = CaseRun(city, weights: .standard) else { throw ExitCode.failure }
            for (place, method) in CaseRun.methods.enumerated() {
                let gains = run.gains(method)
                lines[place].needs += gains.needs / Double(max(1, seeds))
                lines[place].offers += gains.offers / Double(max(1, seeds))
            }
        }
        return lines
    }
}

extension Double {
    /// Three decimals.
    fileprivate var thousandths: String {
        let number = Int((self * 1_000).rounded())
        return "\(number / 1_000)." + String(String(1_000 + number % 1_000).dropFirst())
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - count))
    }
}
