import JSON
import Scharnier

/// What stands between a need and its publication (F-23), in both languages.
struct CompletenessBody: JSONWritable {
    let completeness: NeedCompleteness

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("complete", completeness.missing.isEmpty)
            writer.memberArray("missing") { writer in
                for violation in completeness.missing {
                    writer.object { write(violation.path, Labels.field(violation.path), to: &$0) }
                }
            }
            writer.memberArray("lint") { writer in
                for finding in completeness.lint { writer.object { write(finding, to: &$0) } }
            }
            writer.memberArray("publishing") { writer in
                for failed in completeness.publishing {
                    writer.object { write(failed.code, failed.text, to: &$0) }
                }
            }
        }
    }

    private func write(_ finding: LintFinding, to writer: inout JSONWriter) {
        write(finding.code.rawValue, finding.code.wording, to: &writer)
        writer.member("pointer", "#/\(finding.path)")
        writer.member("blocking", finding.code.isBlocking)
    }

    private func write(_ code: String, _ text: Wording, to writer: inout JSONWriter) {
        writer.member("code", code)
        writer.member("text_de", text.de)
        writer.member("text_en", text.en)
    }
}
