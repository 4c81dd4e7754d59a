import JSON
import Scharnier

/// A workbench on the wire: the first rows of each list, and how many there are.
struct WorkbenchBody: JSONWritable {
    let bench: Workbench
    let area: Identifier<Area>?
    let limit: Int
    let now: Instant

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("area_id", area)
            writer.member("at", now)
            writer.memberObject("totals") { writer in
                writer.member("unverified_needs", bench.unverifiedNeeds.count)
                writer.member("stale_needs", bench.staleNeeds.count)
                writer.member("unanswered_introductions", bench.unansweredIntroductions.count)
                writer.member("overdue_commitments", bench.overdueCommitments.count)
            }
            writer.memberArray("unverified_needs") { write(bench.unverifiedNeeds, to: &$0) }
            writer.memberArray("stale_needs") { write(bench.staleNeeds, to: &$0) }
            writer.memberArray("unanswered_introductions") { writer in
                for row in bench.unansweredIntroductions.prefix(limit) { write(row, to: &writer) }
            }
            writer.memberArray("overdue_commitments") { writer in
                for row in bench.overdueCommitments.prefix(limit) { write(row, to: &writer) }
            }
            writer.memberArray("unmet_acute_needs") { writer in
                for row in bench.unmetAcuteNeeds { write(row, to: &writer) }
            }
            writer.memberArray("turnaround") { writer in
                for row in bench.turnaround { write(row, to: &writer) }
            }
        }
    }

    private func write(_ rows: [Workbench.WaitingNeed], to writer: inout JSONWriter) {
        for row in rows.prefix(limit) {
            writer.object { writer in
                head(of: row.need, to: &writer)
                writer.member("status", word: row.need.status)
                writer.member("acute", row.need.content.horizon == .acute)
                due(row.dueAt, to: &writer)
            }
        }
    }

    private func write(_ row: Workbench.WaitingIntroduction, to writer: inout JSONWriter) {
        let introduction = row.introduction
        writer.object { writer in
            writer.member("introduction_id", introduction.id)
            writer.member("href", "/v1/introductions/\(introduction.id)")
            writer.member("need_id", introduction.need)
            writer.member("title", row.need?.content.title)
            writer.member("waiting_on", word: introduction.waitingOn)
            writer.member("acute", row.isAcute)
            due(introduction.answerDueAt, to: &writer)
        }
    }

    private func write(_ row: Workbench.OverdueCommitment, to writer: inout JSONWriter) {
        let commitment = row.commitment
        writer.object { writer in
            writer.member("commitment_id", commitment.id)
            writer.member("href", "/v1/commitments/\(commitment.id)")
            writer.member("need_id", commitment.need)
            writer.member("title", row.need?.content.title)
            writer.member("status", word: commitment.status)
            writer.member("waiting_on", words: commitment.waitingOn)
            writer.member("acute", row.isAcute)
            due(commitment.waitsUntil, to: &writer)
        }
    }

    private func write(_ row: Workbench.UnmetNeed, to writer: inout JSONWriter) {
        writer.object { writer in
            head(of: row.need, to: &writer)
            writer.member("needed_by_on", row.need.content.neededByOn)
            writer.member("open_lines", row.need.items.count { $0.open > 0 })
            writer.memberArray("suggestions") { writer in
                for suggestion in row.suggestions {
                    writer.object { writer in
                        writer.member("offer_id", suggestion.offer.id)
                        writer.member("title", suggestion.offer.content.title)
                        writer.member("points", suggestion.points)
                        let path = "/v1/needs/\(row.need.id)/suggestions/\(suggestion.offer.id)"
                        writer.member("href", path)
                    }
                }
            }
        }
    }

    private func write(_ row: Turnaround, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("entity", word: row.kind)
            writer.member("state", row.state)
            writer.member("count", row.count)
            writer.member("median_seconds", row.medianSeconds)
            writer.member("longest_seconds", row.longestSeconds)
        }
    }

    private func head(of need: Need, to writer: inout JSONWriter) {
        writer.member("need_id", need.id)
        writer.member("href", "/v1/needs/\(need.id)")
        writer.member("title", need.content.title)
        writer.member("carrier_id", need.carrier)
    }

    private func due(_ moment: Instant?, to writer: inout JSONWriter) {
        writer.member("due_at", moment)
        writer.member("overdue", moment.map { $0 <= now } ?? false)
    }
}
