import HTTPWire
import JSON
import Scharnier

/// `/v1/retention-runs`: what is over is removed, and how much that was (F-141).
enum RetentionRoutes {
    static let all: [Route] = [
        Route(.get, "/v1/retention-runs", .readRetention, .read(list)),
        Route(.post, "/v1/retention-runs", .runRetention, isReleasing: true, .steps(run)),
    ]

    /// Rows of one rule in one commit: others wait no longer than for an import.
    private static let rowsPerStep = 50

    /// Steps of one rule in one run: a run ends, and the next one goes on.
    private static let mostSteps = 2_000

    /// Time that a trial of everything may take on the writer.
    private static let trialTime = Duration.seconds(30)

    /// Runs that are listed.
    private static let mostListed = 100

    private static func list(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        call.list(all: try tx.retentionRuns(atMost: mostListed).map { RetentionRunBody(run: $0) })
    }

    private static func run(
        _ call: Call, _ steps: any Steps, _ closing: @escaping Route.Closing
    ) throws -> Answer {
        var form = try call.form()
        try form.refuse()
        let rules = call.settings.retention
        let party = call.party
        if try call.isTrial() {
            let counts = try steps.tryOut(within: trialTime) { tx in
                try RetentionRule.allCases.map { rule in
                    try RetentionRun.Count(rule, all(of: rule, rules, as: party, tx))
                }
            }
            var answer = Answer.ok(
                RetentionRunBody(run: RetentionRun(id: .nil, at: call.now, counts: counts)))
            answer.fields = [("Dry-Run", "true")]
            return answer.written()
        }
        let counts = try RetentionRule.allCases.map { rule in
            try RetentionRun.Count(rule, all(of: rule, rules, as: party, in: steps))
        }
        return try steps.write(within: nil) { tx in
            let run = try tx.noteRetention(counts, as: party)
            let answer = Answer.created(
                RetentionRunBody(run: run), at: "/v1/retention-runs/\(run.id)"
            ).written()
            try closing(tx, answer)
            return answer
        }
    }

    /// Removes everything that a rule finds, in one transaction that is taken back.
    private static func all(
        of rule: RetentionRule, _ rules: RetentionRules, as party: Party, _ tx: any WriteTransaction
    ) throws -> Int {
        var count = 0
        for _ in 0..<mostSteps {
            let rows = try tx.retain(by: rule, rules, limit: rowsPerStep, as: party)
            count += rows
            guard rows == rowsPerStep else { break }
        }
        return count
    }

    /// Removes everything that a rule finds, in commits of a few rows.
    private static func all(
        of rule: RetentionRule, _ rules: RetentionRules, as party: Party, in steps: any Steps
    ) throws -> Int {
        var count = 0
        for _ in 0..<mostSteps {
            let rows = try steps.write(within: nil) { tx in
                try tx.retain(by: rule, rules, limit: rowsPerStep, as: party)
            }
            count += rows
            guard rows == rowsPerStep else { break }
        }
        return count
    }
}

/// A run on the wire.
private struct RetentionRunBody: JSONWritable {
    let run: RetentionRun

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", run.id)
            writer.member("at", run.at)
            writer.member("total", run.counts.reduce(0) { $0 + $1.rows })
            writer.memberArray("counts") { writer in
                for count in run.counts {
                    writer.object { writer in
                        writer.member("rule", word: count.rule)
                        writer.member("rows", count.rows)
                    }
                }
            }
        }
    }
}
