/// All rules of retention applied one after the other, in commits of a few rows each: whoever writes hardly waits.
package struct RetentionSweep: Sendable {
    /// Rows of one rule in one commit: others wait no longer than for an import.
    static let rowsPerStep = 50

    /// Steps of one rule in one run: a run ends, and the next one goes on.
    static let mostSteps = 2_000

    /// Time that a trial of everything may take on the writer.
    static let trialTime = Duration.seconds(30)

    private let party: Party

    /// A sweep that `party` wants.
    package init(as party: Party) { self.party = party }

    /// What there is to remove: the same rows as a run removes, which all stay.
    package func trialCounts(in steps: any Steps) throws -> [RetentionRun.Count] {
        try steps.tryOut(within: Self.trialTime) { tx in
            try RetentionRule.allCases.map { rule in
                RetentionRun.Count(
                    rule,
                    try Self.sum { try tx.retain(by: rule, limit: Self.rowsPerStep, as: party) })
            }
        }
    }

    /// Removes what is over, and logs how much that was.
    ///
    /// `closing` is done in the last commit. Between two commits `isWanted` is asked: what is left when it says no, the
    /// next run removes.
    /// - Returns: what `closing` made of the run; `nil` if it was not to go on.
    package func run<Result: Sendable>(
        in steps: any Steps, while isWanted: () -> Bool = { true },
        closing: @escaping @Sendable (any WriteTransaction, RetentionRun) throws -> Result
    ) throws -> Result? {
        var counts: [RetentionRun.Count] = []
        for rule in RetentionRule.allCases {
            let rows = try Self.sum {
                guard isWanted() else { return 0 }
                return try steps.write(within: nil) { tx in
                    try tx.retain(by: rule, limit: Self.rowsPerStep, as: party)
                }
            }
            counts.append(.init(rule, rows))
        }
        guard isWanted() else { return nil }
        return try steps.write(within: nil) { [counts] tx in
            try closing(tx, try tx.noteRetention(counts, as: party))
        }
    }

    /// Does steps until one finds less than it could take.
    private static func sum(_ step: () throws -> Int) throws -> Int {
        var count = 0
        for _ in 0..<mostSteps {
            let rows = try step()
            count += rows
            guard rows == rowsPerStep else { break }
        }
        return count
    }
}
