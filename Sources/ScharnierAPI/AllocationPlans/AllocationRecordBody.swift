import Digest
import JSON
import Scharnier

/// A kept plan on the wire: in a list without the plan itself, by itself with all of it.
struct AllocationRecordBody: JSONWritable, Sendable {
    let record: AllocationRecord
    let closeness: Closeness
    var isWhole = true

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.common(record.id, record.version, record.createdAt, record.updatedAt)
            writer.member("status", word: record.status)
            writer.member("failure", word: record.failure)
            writer.member("organization_id", record.organization)
            writer.member("method", word: record.method)
            writer.member("programme_id", record.programme)
            writer.member("model", record.ruleVersion)
            writer.member("position", record.position)
            // Over what the plan says, not over when it was made: the same inputs have the same hash.
            writer.member("plan_hash", record.status == .done ? hash : nil)
            writer.member("amount_cents", record.lines.reduce(0) { $0 + $1.cents })
            writer.member("line_count", record.lines.count)
            writer.member("adopted_count", record.lines.count { $0.introduction != nil })
            if isWhole {
                let parts = EncodedValue(record.document[...]).members
                writer.member("excluded", raw: parts.part("excluded"))
                writer.member("plan", raw: parts.part("plan"))
                writer.member("adoptions", adoptions)
            }
            if closeness == .city { writer.member("created_by", record.createdBy) }
        }
    }

    private var hash: String { "sha256:" + Hexadecimal.text(sha256(record.document).bytes) }

    private var adoptions: [AdoptionBody] {
        record.lines.compactMap { line in
            line.introduction.map { AdoptionBody(line: line, introduction: $0) }
        }
    }
}

extension [(name: ArraySlice<UInt8>, value: EncodedValue)] {
    /// The bytes of a member.
    fileprivate func part(_ name: String) -> [UInt8] {
        let found = first { $0.name.elementsEqual(name.utf8) }
        return found.map { [UInt8]($0.value.bytes) } ?? [UInt8]("null".utf8)
    }
}

/// That a line became an introduction.
private struct AdoptionBody: JSONWritable {
    let line: AllocationRecord.Line
    let introduction: Identifier<Introduction>

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("offer_id", line.offer)
            writer.member("need_id", line.need)
            writer.member("introduction_id", introduction)
        }
    }
}

/// What is kept of a plan in the form of the interface: what nothing fitted, and the plan.
struct AllocationDocument: JSONWritable {
    let excluded: [AllocationInput.Excluded]

    /// The plan; none where there is nothing to plan.
    let plan: [UInt8]?

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("excluded", excluded.map(ExcludedBody.init))
            if let plan {
                writer.member("plan", raw: plan)
            } else {
                writer.member("plan", nil as String?)
            }
        }
    }
}

private struct ExcludedBody: JSONWritable {
    let excluded: AllocationInput.Excluded

    init(_ excluded: AllocationInput.Excluded) { self.excluded = excluded }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("need_id", excluded.need)
            writer.memberArray("gates") { writer in
                for gate in excluded.gates {
                    writer.object { writer in
                        writer.member("code", gate.code)
                        writer.member("offers", gate.count)
                    }
                }
            }
        }
    }
}

/// What became of the lines that somebody wanted to adopt.
struct AdoptionReportBody: JSONWritable, Sendable {
    let record: AllocationRecord
    let lines: [AdoptedLine]
    let language: Language

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("plan_id", record.id)
            writer.member("version", record.version)
            writer.memberArray("lines") { writer in
                for line in lines { write(line, to: &writer) }
            }
        }
    }

    private func write(_ adopted: AdoptedLine, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("offer_id", adopted.line.offer)
            writer.member("need_id", adopted.line.need)
            writer.member("amount_cents", adopted.line.cents)
            switch adopted.outcome {
            case .created(let id): writeOutcome(.created, id, nil, to: &writer)
            case .existing(let id): writeOutcome(.existing, id, nil, to: &writer)
            case .refused(let refusal): writeOutcome(.refused, nil, refusal, to: &writer)
            }
        }
    }

    private func writeOutcome(
        _ result: AdoptionResult, _ introduction: Identifier<Introduction>?, _ refusal: Refusal?,
        to writer: inout JSONWriter
    ) {
        writer.member("result", word: result)
        writer.member("introduction_id", introduction)
        let problem = refusal.map { Problem($0) }
        writer.member("code", problem?.code)
        writer.memberArray("reasons") { writer in
            for failed in refusal?.failedGuards ?? [] {
                writer.object { writer in
                    writer.member("code", failed.code)
                    writer.member("text", failed.text.text(in: language))
                }
            }
        }
    }
}

extension Refusal {
    fileprivate var failedGuards: [FailedGuard] {
        if case .guardFailed(let failed) = self { failed } else { [] }
    }
}
