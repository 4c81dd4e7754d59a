import HTTPWire
import JSON
import Scharnier

/// `/v1/retention-runs`: what is over is removed, and how much that was (F-141).
enum RetentionRoutes {
    static let all: [Route] = [
        Route(.get, "/v1/retention-runs", .readRetention, .read(list)),
        Route(.post, "/v1/retention-runs", .runRetention, isReleasing: true, .steps(run)),
    ]

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
        let sweep = RetentionSweep(as: call.party)
        guard try !call.isTrial() else {
            let trial = RetentionRun(id: .nil, at: call.now, counts: try sweep.trialCounts(in: steps))
            var answer = Answer.ok(RetentionRunBody(run: trial))
            answer.fields = [("Dry-Run", "true")]
            return answer.written()
        }
        let answer = try sweep.run(in: steps) { tx, run in
            let answer = Answer.created(
                RetentionRunBody(run: run), at: "/v1/retention-runs/\(run.id)"
            ).written()
            try closing(tx, answer)
            return answer
        }
        guard let answer else { throw StoreFailure.closed }
        return answer
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
