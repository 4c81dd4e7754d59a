import HTTPWire
import Scharnier

/// One bulk import: its rows, prepared on the calling thread and kept in steps (api.md §9).
struct ImportRun: Sendable {
    let call: Call
    let kind: ExternalReference.Kind
    let source: Source
    let mode: ImportMode
    let isTrial: Bool
    let file: ImportFile

    /// Rows so far without one that was rejected, when all are kept or none.
    private struct Rejected: Error {
        let rows: [RowReport]
    }

    /// Brings all rows here and answers with the report.
    func answer(in steps: any Steps, closing: @escaping Route.Closing) throws -> Answer {
        guard kind.isWritable(by: call.party) else { throw Refusal.roleForbidden }
        try file.check(atMost: mode.rows)
        return switch mode {
        case .each: try keepEach(in: steps, closing)
        case .all: try keepAll(in: steps, closing)
        }
    }

    private func keepEach(in steps: any Steps, _ closing: @escaping Route.Closing) throws -> Answer {
        var rows = try file.rows()
        var preparation = RowPreparation(source: source, kind: kind, for: call.party)
        var reports: [RowReport] = []
        while true {
            let prepared = rows.prefix(ImportLimits.rowsPerCommit, preparedBy: &preparation)
            guard !prepared.isEmpty else { break }
            reports += try keep(prepared, in: steps)
        }
        if isTrial { return report(reports, as: .nil).trial }
        return try steps.write(within: nil) { [reports] in try conclude(reports, closing, in: $0) }
    }

    /// Keeps rows in as many commits as their time takes, at least one row in each.
    private func keep(_ rows: [PreparedRow], in steps: any Steps) throws -> [RowReport] {
        var reports: [RowReport] = []
        while reports.count < rows.count {
            let rest = Array(rows[reports.count...])
            reports += try step(steps, within: nil) { try applied(rest, within: ImportLimits.commitTime, $0) }
        }
        return reports
    }

    private func keepAll(in steps: any Steps, _ closing: @escaping Route.Closing) throws -> Answer {
        var rows = try file.rows()
        var preparation = RowPreparation(source: source, kind: kind, for: call.party)
        let prepared = rows.prefix(mode.rows, preparedBy: &preparation)
        do {
            return try step(steps, within: ImportLimits.wholeTime) { tx in
                let reports = try applied(prepared, within: nil, tx)
                guard reports.allSatisfy({ $0.result != .rejected }) else { throw Rejected(rows: reports) }
                return isTrial ? report(reports, as: .nil).trial : try conclude(reports, closing, in: tx)
            }
        } catch let rejected as Rejected {
            throw try problem(rejected.rows)
        }
    }

    private func step<Value: Sendable>(
        _ steps: any Steps, within time: Duration?,
        _ body: @escaping @Sendable (any WriteTransaction) throws -> Value
    ) throws -> Value {
        try isTrial ? steps.tryOut(within: time, body) : steps.write(within: time, body)
    }

    /// Applies rows until the time is over.
    ///
    /// - Throws: what is no refusal of a row.
    private func applied(
        _ rows: [PreparedRow], within time: Duration?, _ tx: any WriteTransaction
    ) throws -> [RowReport] {
        let begun = call.settings.monotonic()
        let end = time.map {
            begun + $0.components.seconds * 1_000_000_000 + $0.components.attoseconds / 1_000_000_000
        }
        var reports: [RowReport] = []
        for row in rows {
            reports.append(try applied(row, tx))
            if let end, call.settings.monotonic() >= end { break }
        }
        return reports
    }

    private func applied(_ row: PreparedRow, _ tx: any WriteTransaction) throws -> RowReport {
        var report = RowReport(number: row.number, externalID: row.externalID, result: .rejected)
        switch row.step {
        case .reject(let errors): report.errors = errors
        case .upsert(let key, let envelope):
            do {
                let upsert = try tx.attempt { try envelope.upsert(key, in: tx, as: call.party) }
                report.result = upsert.outcome.rowResult
                report.id = isTrial && upsert.outcome == .created ? .nil : upsert.reference.record
                report.conflicts = upsert.conflicts
            } catch let refusal as Refusal {
                report.errors = Problem(refusal).rowErrors
            }
        }
        return report
    }

    /// Keeps the report, and whatever else belongs to the end.
    private func conclude(
        _ rows: [RowReport], _ closing: Route.Closing, in tx: any WriteTransaction
    ) throws -> Answer {
        let id: Identifier<ImportReport> = tx.newID()
        let answer = report(rows, as: id)
        try tx.keep(
            ImportReport(
                id: id, organization: call.party.organization ?? .nil, document: answer.body,
                createdAt: tx.now))
        try tx.noteImport(id, as: call.party)
        try closing(tx, answer)
        return answer
    }

    private func report(_ rows: [RowReport], as id: Identifier<ImportReport>) -> Answer {
        let body = ImportReportBody(
            id: id, kind: kind, source: source, mode: mode, isTrial: isTrial, rows: rows,
            language: call.language)
        var answer = Answer(200, body: body.encoded, type: .json)
        answer.fields = [(.contentLocation, "/v1/imports/\(id)")]
        return answer
    }

    private func problem(_ rows: [RowReport]) throws -> Problem {
        let rows = rows.map { row in
            guard row.result != .rejected else { return row }
            return RowReport(number: row.number, externalID: row.externalID, result: .skipped)
        }
        let body = ImportReportBody(
            id: .nil, kind: kind, source: source, mode: mode, isTrial: isTrial, rows: rows,
            language: call.language)
        return Problem(.importRejected, extra: [("report", try body.value)])
    }
}

extension ImportRows {
    /// The next rows, at most so many.
    fileprivate mutating func prefix(_ most: Int, preparedBy preparation: inout RowPreparation)
        -> [PreparedRow]
    {
        var rows: [PreparedRow] = []
        while rows.count < most, let row = next() { rows.append(preparation.prepared(row)) }
        return rows
    }
}

extension Answer {
    /// The same as of a trial, which leaves nothing that could be looked at.
    fileprivate var trial: Answer {
        var answer = self
        answer.fields = [("Dry-Run", "true")]
        return answer
    }
}

extension Upsert.Outcome {
    fileprivate var rowResult: RowResult {
        switch self {
        case .created: .created
        case .updated: .updated
        case .unchanged: .unchanged
        }
    }
}
