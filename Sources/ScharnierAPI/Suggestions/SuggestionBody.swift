import JSON
import Scharnier

/// A suggestion on the wire: complete, so that everyone can recompute it (matching.md §10).
struct SuggestionBody: JSONWritable {
    let suggestion: Suggestion
    let rules: MatchingRules
    let day: Day
    let position: Int64

    /// Whether the reader sees the figures of an area; others read a neutral sentence (matching.md §10).
    let showsFigures: Bool

    func write(to writer: inout JSONWriter) {
        let best = suggestion.evaluations.first
        writer.object { writer in
            writer.member("need_id", suggestion.need.id)
            writer.member("offer_id", suggestion.offer.id)
            writer.member("item_ids", suggestion.evaluations.filter(\.isEligible).map(\.item))
            writeRank(to: &writer)
            writeScore(best, to: &writer)
            writer.member("rule_version", rules.version)
            writer.member("model", rules.model)
            writer.member("position", position)
            writer.member("as_of", day)
            writer.member("suggested", best.map(SuggestedBody.init))
            writer.member("gates", (best?.gates ?? []).map(GateBody.init))
            writeOpenQuestions(best, to: &writer)
            let components = best?.components ?? []
            writer.member("factors", components.filter { !$0.code.isPolicy }.map(body))
            writer.member("policy_factors", components.filter(\.code.isPolicy).map(body))
            writer.member("improve", suggestion.improvements(under: rules).map(ImprovementBody.init))
            writer.member("not_counted", Self.notCounted)
            writer.member("collapsed_ids", [String]())
            writer.member("items", suggestion.evaluations.map(ItemVerdictBody.init))
        }
    }

    private func body(_ component: Component) -> ComponentBody {
        let isOfArea = component.code == .disadvantage || component.code == .deprivation
        return ComponentBody(component: component, showsEvidence: showsFigures || !isOfArea)
    }

    /// What never counts, always told (matching.md §3).
    private static let notCounted = [
        "carrier_name", "origin", "religion", "nationality", "conviction", "size", "migrant_led",
    ]

    /// This rule version orders by points alone: nothing is moved.
    private func writeRank(to writer: inout JSONWriter) {
        let rank = suggestion.rank > 0 ? suggestion.rank : nil
        writer.member("rank", rank)
        writer.member("rank_by_score", rank)
        writer.member("moved_by", [String]())
        writer.member("slot", "regular")
    }

    private func writeScore(_ best: Evaluation?, to writer: inout JSONWriter) {
        let components = best?.components ?? []
        let policy = components.filter(\.code.isPolicy).reduce(0) { $0 + $1.points }
        writer.member("score", JSONValue.hundredths(suggestion.points))
        writer.member("fit", JSONValue.hundredths(suggestion.points - policy))
        writer.member("policy", JSONValue.hundredths(policy))
        writer.member("points", suggestion.points)
        writer.member("eligible", suggestion.isEligible)
    }

    private func writeOpenQuestions(_ best: Evaluation?, to writer: inout JSONWriter) {
        writer.memberArray("open_questions") { writer in
            for gate in best?.gates ?? [] where gate.passes == nil {
                writer.object { writer in
                    writer.member("code", word: gate.code)
                    writer.member("by", gate.fix?.by)
                    writer.member("field", gate.fix?.field)
                }
            }
        }
    }
}

private struct SuggestedBody: JSONWritable {
    let evaluation: Evaluation

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("need_item_id", evaluation.item)
            writer.member("quantity", evaluation.suggestedQuantity)
            writer.member("covers_bp", evaluation.coverBasisPoints)
        }
    }
}

private struct GateBody: JSONWritable {
    let gate: Gate

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("code", word: gate.code)
            writer.member("pass", gate.passes)
            writer.member("overridable", gate.isOverridable)
            writer.member("de", gate.text.de)
            writer.member("en", gate.text.en)
            guard let fix = gate.fix else { return writer.member("fix", nil as String?) }
            writer.memberObject("fix") { writer in
                writer.member("by", fix.by)
                writer.member("field", fix.field)
                writer.member("de", fix.text.de)
                writer.member("en", fix.text.en)
            }
        }
    }
}

private struct ComponentBody: JSONWritable {
    let component: Component
    let showsEvidence: Bool

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("code", word: component.code)
            writer.member("weight", component.weight)
            writer.member("value", JSONValue.decimal(component.value, over: component.scale))
            writer.member("points", JSONValue.hundredths(component.points))
            writer.member("source", word: component.source)
            writer.member("evidence", showsEvidence ? component.evidence : [])
            writer.member("de", component.text.de)
            writer.member("en", component.text.en)
        }
    }
}

private struct ImprovementBody: JSONWritable {
    let improvement: Improvement

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("code", word: improvement.code)
            writer.member("by", improvement.by)
            writer.member("field", improvement.field)
            writer.member("up_to_points", JSONValue.hundredths(improvement.points))
            writer.member("de", improvement.text.de)
            writer.member("en", improvement.text.en)
        }
    }
}

private struct ItemVerdictBody: JSONWritable {
    let evaluation: Evaluation

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("need_item_id", evaluation.item)
            writer.member("eligible", evaluation.isEligible)
            writer.member("points", evaluation.points)
            writer.member("blockers", words: evaluation.blockers.map(\.code))
        }
    }
}

/// Why a list is empty (matching.md §15).
struct ExclusionsBody: JSONWritable {
    let exclusions: Exclusions

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("pairs", exclusions.pairs)
            writer.memberArray("gates") { writer in
                for gate in exclusions.gates {
                    writer.object { writer in
                        writer.member("code", word: gate.code)
                        writer.member("pairs", gate.pairs)
                    }
                }
            }
        }
    }
}

extension JSONValue {
    /// A number of hundredths, written with as few digits as it takes: 7755 is 77.55, 90 is 0.9, 100 is 1.
    static func hundredths(_ number: Int64) -> JSONValue { decimal(number, over: 100) }

    /// A number of so many parts of a power of ten, written with as few digits as it takes.
    static func decimal(_ number: Int64, over scale: Int64) -> JSONValue {
        let (whole, rest) = number.magnitude.quotientAndRemainder(dividingBy: UInt64(scale))
        if rest == 0 { return .integer(number / scale) }
        // A leading one keeps the zeros behind the point.
        var digits = String(rest + UInt64(scale)).dropFirst()
        while digits.last == "0" { digits.removeLast() }
        return .number("\(number < 0 ? "-" : "")\(whole).\(digits)")
    }
}
