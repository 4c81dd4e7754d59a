import JSON
import Scharnier

/// What became of the rows of an import.
struct ImportReportBody: JSONWritable {
    let id: Identifier<ImportReport>
    let kind: ExternalReference.Kind
    let source: Source
    let mode: ImportMode
    let isTrial: Bool
    let rows: [RowReport]
    let language: Language

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", id)
            writer.member("kind", word: kind)
            writer.member("source", source.name)
            writer.member("mode", word: mode)
            writer.member("dry_run", isTrial)
            writer.memberObject("counts", writeCounts)
            writer.memberArray("rows", writeRows)
        }
    }

    /// The same as a value, for a problem.
    ///
    /// - Throws: never: what was written here can be read.
    var value: JSONValue {
        get throws { try JSONValue(parsing: encoded, limits: Self.own) }
    }

    /// What comes from here is as long as it is.
    private static let own = JSONLimits(members: .max, stringBytes: .max, elements: .max)

    private func writeCounts(to writer: inout JSONWriter) {
        let results = rows.map(\.result)
        writer.member("received", rows.count)
        for (name, result) in Self.counts {
            writer.member(name, results.count { $0 == result })
        }
    }

    private static let counts: [(StaticString, RowResult)] = [
        ("created", .created), ("updated", .updated), ("unchanged", .unchanged), ("rejected", .rejected),
        ("skipped", .skipped),
    ]

    private func writeRows(to writer: inout JSONWriter) {
        var told = 0
        for row in rows {
            let most = told < ImportLimits.errors ? ImportLimits.errorsPerRow : 1
            told += min(row.errors.count, most)
            writer.object { writer in
                writer.member("row", row.number)
                writer.member("external_id", row.externalID?.text)
                writer.member("result", word: row.result)
                writer.member("id", row.id)
                writer.member("conflicts", row.conflicts)
                writer.memberArray("errors") { writer in
                    for error in row.errors.prefix(most) {
                        writer.object { error.write(in: language, to: &$0) }
                    }
                }
            }
        }
    }
}
