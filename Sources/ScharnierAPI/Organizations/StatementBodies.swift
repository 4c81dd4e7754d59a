import JSON
import Scharnier

// What organisations state of their taxes, their readiness and their transparency, on the wire.

struct TransparencyBody: JSONWritable {
    let transparency: Transparency
    let hasScore: Bool

    init(_ transparency: Transparency, hasScore: Bool) {
        self.transparency = transparency
        self.hasScore = hasScore
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            for point in Transparency.Point.allCases {
                writer.member(named: point.rawValue, StatementBody(statement: transparency[point]))
            }
            if hasScore { writer.member("score", transparency.score) }
        }
    }
}

private struct StatementBody: JSONWritable {
    let statement: Transparency.Statement

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("published", statement.isPublished)
            writer.member("url", statement.url)
            writer.member("as_of_on", statement.asOfOn)
        }
    }
}

extension Transparency {
    init(form: inout Form) {
        self.init()
        for point in Point.allCases {
            self[point] =
                form.nested(point.rawValue, isNullable: false) { form in
                    Statement(
                        isPublished: form.boolean("published", false), url: form.line("url"),
                        asOfOn: form.day("as_of_on"))
                } ?? Statement()
        }
    }
}

struct CooperationBody: JSONWritable {
    let cooperation: Cooperation
    let hasReadiness: Bool

    init(_ cooperation: Cooperation, hasReadiness: Bool) {
        self.cooperation = cooperation
        self.hasReadiness = hasReadiness
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("questionnaire_version", cooperation.questionnaireVersion)
            writer.memberArray("answers") { writer in
                for reply in cooperation.replies {
                    writer.object { writer in
                        writer.member("question", reply.question)
                        writer.member("answer", word: reply.answer)
                    }
                }
            }
            writer.member("counterpart_text", cooperation.counterpart)
            if hasReadiness { writer.member("readiness", cooperation.readiness) }
        }
    }
}

extension Cooperation {
    init(form: inout Form) {
        form.require("questionnaire_version")
        self.init(
            questionnaireVersion: form.line("questionnaire_version", isNullable: false) ?? "",
            replies: form.list("answers") { form in
                form.require("question")
                form.require("answer")
                return Reply(
                    question: form.line("question", isNullable: false) ?? "",
                    answer: form.choice("answer", Answer.no))
            },
            counterpart: form.text("counterpart_text"))
    }
}

extension Organization.Register {
    init(form: inout Form) {
        for name in ["court", "type", "number"] { form.require(name) }
        self.init(
            court: form.line("court", isNullable: false) ?? "",
            kind: form.choice("type", Kind.associations),
            number: form.line("number", isNullable: false) ?? "")
    }
}

struct TaxStatusBody: JSONWritable {
    let status: TaxStatus
    let day: Day

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("basis", word: status.basis)
            writer.member("notice_on", status.noticeOn)
            writer.member("later_notice", status.hasLaterNotice)
            writer.member("tax_office", status.taxOffice)
            writer.member("purposes", status.purposes)
            writer.member("source", word: status.source)
            writer.member("confirmed_by", status.confirmation?.by)
            writer.member("confirmed_at", status.confirmation?.at)
            writer.member("receipt_capable", status.canGiveReceipts(on: day))
            writer.member("receipt_capable_until_on", status.receiptsUntil)
        }
    }
}

extension TaxStatus {
    /// Reads what an organisation states of itself; who confirmed it is no part of that.
    init(form: inout Form) {
        form.require("basis")
        self.init(
            basis: form.choice("basis", Basis.none), noticeOn: form.day("notice_on"),
            hasLaterNotice: form.boolean("later_notice", false), taxOffice: form.line("tax_office"))
        purposes = form.codes("purposes")
    }
}
