import HTTPWire
import JSON
import Scharnier
import ScharnierFiles

/// The words of the interface: every fixed list with labels, limits and problems (F-02).
struct MetaBody: JSONWritable {
    /// The program's version, told to the city only.
    let version: String?

    /// The limits that an operator can change.
    var json = JSONLimits.standard
    var bodyBytes = Limits().body

    /// How long things wait in this city.
    var timers = TimerRules()

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("contract_version", Contract.version)
            if let version { writer.member("version", version) }
            writer.memberObject("enums") { writer in
                for list in Labels.lists { writer.member(named: list.name, list.words.map(WordBody.init)) }
            }
            writer.memberObject("limits", writeLimits)
            writer.memberObject("timers", writeTimers)
            writer.memberArray("problems") { writer in
                for code in ProblemCode.all { writeProblem(code.code, code.status, code.title, to: &writer) }
                for error in WireError.allCases {
                    writeProblem(
                        error.code, error.status, Wording(error.title.german, error.title.english),
                        to: &writer)
                }
            }
        }
    }

    private func writeLimits(to writer: inout JSONWriter) {
        writer.member("page_standard", PageSize.standard)
        writer.member("page_largest", PageSize.largest)
        writer.member("parameters", Query.mostParameters)
        writer.member("parameter_values", Query.mostValues)
        writer.member("json_depth", json.depth)
        writer.member("json_members", json.members)
        writer.member("json_string_bytes", json.stringBytes)
        writer.member("json_elements", json.elements)
        writer.member("body_bytes", bodyBytes)
        writer.member("token_days", AccessToken.lifeInDays.upperBound)
    }

    private func writeTimers(to writer: inout JSONWriter) {
        writer.member("answer_days", timers.answer.days)
        writer.member("answer_days_acute", timers.answer.acuteDays)
        writer.member("hold_days", timers.hold.days)
        writer.member("hold_days_acute", timers.hold.acuteDays)
        writer.member("hold_extensions", Introduction.mostExtensions)
        writer.member("need_stale_days", timers.needStale.days)
        writer.member("need_stale_days_acute", timers.needStale.acuteDays)
        writer.member("need_stale_days_permanent", timers.permanentNeedStaleDays)
        writer.member("offer_stale_days", timers.offerStaleDays)
        writer.member("acknowledge_days", timers.acknowledge.days)
        writer.member("acknowledge_days_acute", timers.acknowledge.acuteDays)
        writer.member("outcome_days", timers.outcomeDays)
        writer.member("link_days", timers.linkDays)
        writer.member("verify_working_days", timers.verifyWorkingDays)
        writer.member("stale_notice_days", timers.staleNotice.days)
        writer.member("stale_notice_days_acute", timers.staleNotice.acuteDays)
        writer.member("acute_window_days", Need.acuteWindowInDays)
        writer.member("permanent_review_days", Need.longestReviewInDays)
        writer.member("decline_block_days", Introduction.declineBlockDays)
    }

    private func writeProblem(_ code: String, _ status: Int, _ title: Wording, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("code", code)
            writer.member("status", status)
            writer.member("title_de", title.de)
            writer.member("title_en", title.en)
        }
    }
}

/// The contract that is built in: `openapi.yaml`.
package enum Contract {
    package static let version = "1.0.0"

    /// The contract as it stands in the repository, byte for byte.
    package static let document = BuiltIn.contract
}

private struct WordBody: JSONWritable {
    let word: Labels.Word

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("code", word.code)
            writer.member("label_de", word.label.de)
            writer.member("label_en", word.label.en)
        }
    }
}
