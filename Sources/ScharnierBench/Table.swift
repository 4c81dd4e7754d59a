import Glibc

/// The measured operations, printed line by line.
struct Table {
    /// Rounds of which the cheapest counts: what else runs on the machine can only add.
    private static let rounds = 7

    /// CPU time that a round should take, in nanoseconds: long beside the clock's resolution.
    private static let roundTime: Int64 = 40_000_000

    private let only: String

    init(only: String) {
        self.only = only
        print("operation".padded(to: 52) + "µs CPU")
    }

    /// Measures `work` and prints a line, unless its name was not asked for.
    func measure(_ name: String, _ work: () throws -> Void) rethrows {
        guard only.isEmpty || name.contains(only) else { return }
        try work()
        let count = try Self.repetitions(of: work)
        var least = Int64.max
        for _ in 0..<Self.rounds {
            let start = processorNanoseconds()
            for _ in 0..<count { try work() }
            least = min(least, processorNanoseconds() - start)
        }
        note(name, Double(least) / Double(count) / 1_000)
    }

    /// Prints a line with microseconds that were measured elsewhere.
    func note(_ name: String, _ microseconds: Double) {
        print(name.padded(to: 52) + "\((microseconds * 100).rounded() / 100)")
    }

    /// How often `work` fits into a round.
    private static func repetitions(of work: () throws -> Void) rethrows -> Int {
        var count = 1
        while true {
            let start = processorNanoseconds()
            for _ in 0..<count { try work() }
            let time = max(1, processorNanoseconds() - start)
            if time > roundTime / 4 { return max(1, Int(Int64(count) * roundTime / time)) }
            count *= 2
        }
    }
}

/// CPU time of all threads of this process (clock_gettime(2)).
func processorNanoseconds() -> Int64 {
    var time = timespec()
    // Safe because the call fills in the value it is given and keeps nothing.
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - count))
    }
}
