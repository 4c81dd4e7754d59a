import ArgumentParser
import Glibc
import MatchingCases
import Scharnier
import TextRank

/// `ScharnierBench index`: what the index of the coming rule version costs at a city's size and far beyond.
struct IndexSpeed: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index", abstract: "CPU time and memory of the matching index, on made-up needs.")

    @Option(help: "Needs in the index.")
    var needs = 100_000

    @Option(help: "Needs whose letter groups are compared.")
    var shortlist = Ranker.usualShortlist

    @Flag(help: "Compare with a long shortlist.")
    var isCompared = false

    @Option(help: "Rankings and changes that are measured.")
    var rounds = 300

    func run() throws {
        let city = CaseCity(needs: needs, offers: rounds, seed: 1)
        var count = StatisticsCount(stopWords: .standard)
        for need in city.needs.prefix(20_000) { count.add(need.fields) }
        guard let analyzer = Analyzer(statistics: count.frozen()) else { throw ExitCode.failure }
        var clock = Stopwatch()
        let analyses = city.needs.map { analyzer.analysis(of: $0.fields) }
        clock.note("analysis of a need", over: needs)
        let before = try Self.residentBytes()
        var index = Index<AskedRecord>(sideCount: 1)
        clock.restart()
        index.load(
            side: 0,
            city.needs.indices.lazy.map {
                (city.needs[$0].key, AskedRecord(city.needs[$0].profile), analyses[$0])
            })
        clock.note("building of \(needs)", over: 1)
        print("bytes a need: \((try Self.residentBytes() - before) / max(1, needs))")
        try rank(index, city, analyzer, "ranking, top 50 with reasons")
        for round in 0..<rounds {
            let place = round * 31 % needs
            clock.restart()
            index.upsert(
                city.needs[place].key, side: 0, AskedRecord(city.needs[place].profile),
                analyses[round % needs])
            clock.sample()
        }
        clock.tell("change of a need")
        try rank(index, city, analyzer, "ranking after \(rounds) changes")
    }

    private func rank(
        _ index: Index<AskedRecord>, _ city: CaseCity, _ analyzer: Analyzer, _ name: String
    ) throws {
        var clock = Stopwatch()
        var agreement = 0
        var ranking = Ranking(index: index)
        for offer in city.offers {
            let analysis = analyzer.analysis(of: offer.fields)
            clock.restart()
            let best = ranking.best(analysis, offer.profile, shortlist: shortlist)
            clock.sample()
            guard isCompared else { continue }
            let whole = ranking.best(analysis, offer.profile, shortlist: Self.wholeShortlist)
            agreement += Set(best.prefix(10)).intersection(whole.prefix(10)).count
        }
        clock.tell(name)
        if isCompared {
            print(
                "of the first ten, found as with a long shortlist: \(Double(agreement) / Double(10 * city.offers.count))"
            )
        }
    }

    /// So long that nothing that belongs among the first ten is missing.
    private static let wholeShortlist = 20_000

    /// What the process holds in memory (proc_pid_statm(5)).
    private static func residentBytes() throws -> Int {
        // Safe because the path outlives the call and the descriptor is closed once.
        let descriptor = unsafe open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ExitCode.failure }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 256)
        // Safe because the buffer outlives the call and its size goes along.
        let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
        let words = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(separator: " ")
        return (words.dropFirst().first.flatMap { Int($0) } ?? 0) * 4_096
    }
}

/// Ranks as the product does.
private struct Ranking {
    let index: Index<AskedRecord>
    private var ranker = Ranker()
    private let rater = Rater(.standard, day: 20_000)

    init(index: Index<AskedRecord>) { self.index = index }

    /// The keys of the best, the first fifty with their reasons.
    mutating func best(_ analysis: Analysis, _ offer: GivenProfile, shortlist: Int) -> [UInt128] {
        let query = Query(analysis, in: index)
        var estimator = NeedEstimator(rater, for: offer)
        let hits = ranker.hits(for: query, in: index, side: 0, by: &estimator, shortlist: shortlist)
        let best = hits.enumerated().map { place, hit in
            let text = rater.weights.textValue(of: hit.relevance)
            return (
                score: rater.score(of: hit.record.first, with: offer, text: text), key: hit.key, place: place
            )
        }.sorted { ($0.score, $1.key) > ($1.score, $0.key) }
        for entry in best.prefix(50) {
            _ = query.sharedTerms(with: hits[entry.place], in: index)
            _ = rater.rating(of: hits[entry.place].record.first, with: offer, TextEvidence(text: 0))
        }
        return best.map(\.key)
    }
}

/// CPU times of one kind of operation.
private struct Stopwatch {
    private var start = processorNanoseconds()
    private var samples: [Int64] = []

    mutating func restart() { start = processorNanoseconds() }

    /// Notes one operation since the last restart.
    mutating func sample() { samples.append(processorNanoseconds() - start) }

    /// Prints what an operation took since the last restart, on average.
    mutating func note(_ name: String, over count: Int) {
        print("\(name): \((processorNanoseconds() - start) / Int64(max(1, count)) / 1_000) µs")
        restart()
    }

    /// Prints the samples and forgets them.
    mutating func tell(_ name: String) {
        samples.sort()
        let mean = samples.reduce(0, +) / Int64(max(1, samples.count))
        let late = samples.isEmpty ? 0 : samples[samples.count * 99 / 100]
        print("\(name): mean \(mean / 1_000) µs, p99 \(late / 1_000) µs")
        samples.removeAll()
    }
}
