import Scharnier

/// A row with everything done that needs no transaction.
struct PreparedRow: Sendable {
    let number: Int
    let externalID: ExternalID?
    let step: Step

    enum Step: Sendable {
        case upsert(ExternalReference.Key, ExternalEnvelope)
        case reject([Problem.PartError])
    }
}

/// What became of a row, as the report tells it.
struct RowReport: Sendable {
    let number: Int
    let externalID: ExternalID?
    var result: RowResult
    var id: Identifier<ExternalReference>?
    var conflicts: [String] = []
    var errors: [Problem.PartError] = []
}

/// Prepares the rows of one import, in their order.
struct RowPreparation: Sendable {
    private let organization: Identifier<Organization>
    private let source: Source
    private let kind: ExternalReference.Kind
    private let party: Party

    /// In which row a name was used first.
    private var rows: [ExternalID: Int] = [:]

    init(source: Source, kind: ExternalReference.Kind, for party: Party) {
        organization = party.organization ?? .nil
        self.source = source
        self.kind = kind
        self.party = party
    }

    mutating func prepared(_ row: ImportRow) -> PreparedRow {
        switch row.content {
        case .unreadable(let violation):
            return PreparedRow(
                number: row.number, externalID: nil, step: .reject([Problem.PartError(violation)]))
        case .object(let object, let style):
            var form = Form(object, at: "", readOnly: kind.readOnly, style: style)
            let externalID = form.externalID()
            return PreparedRow(
                number: row.number, externalID: externalID, step: step(&form, externalID, in: row.number))
        }
    }

    private mutating func step(_ form: inout Form, _ externalID: ExternalID?, in row: Int)
        -> PreparedRow.Step
    {
        do {
            return try upsert(&form, externalID, in: row)
        } catch {
            return .reject(Problem(error).rowErrors)
        }
    }

    private mutating func upsert(_ form: inout Form, _ externalID: ExternalID?, in row: Int) throws
        -> PreparedRow.Step
    {
        if let externalID {
            if let first = rows[externalID] {
                form.note("external_id", .notUnique, .seenBefore(in: first))
            } else {
                rows[externalID] = row
            }
        }
        guard let externalID, form.violations.isEmpty else { throw Refusal.invalid(form.violations) }
        let key = ExternalReference.Key(
            organization: organization, source: source, kind: kind, externalID: externalID)
        return .upsert(key, try ExternalEnvelope(row: form, kind, for: party))
    }
}

extension Form {
    /// What the source calls the record: `external_id`, or in rows of an export its `id`.
    fileprivate mutating func externalID() -> ExternalID? {
        if has("external_id") || !has("id") { require("external_id") }
        let name = has("external_id") ? "external_id" : "id"
        guard let text = line(name) else { return nil }
        if let id = ExternalID(text) { return id }
        note(name, .badFormat, .noExternalID)
        return nil
    }
}

extension Problem {
    /// What a row's report says of it: the parts to blame, or the whole row.
    var rowErrors: [PartError] {
        errors.isEmpty ? [PartError(place: .body(""), code: code, detail: detail)] : errors
    }
}

extension Wording {
    fileprivate static func seenBefore(in row: Int) -> Wording {
        Wording(
            "Dieser Name steht schon in Zeile \(row); welche gilt, kann niemand sagen.",
            "This name is in row \(row) already; nobody can say which one is meant.")
    }
}
