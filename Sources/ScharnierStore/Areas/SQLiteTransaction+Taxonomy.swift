import SQLite
import Scharnier

extension SQLiteTransaction {
    func taxonomyTerms() throws -> [TaxonomyTerm] {
        try currentReference().terms
    }

    func taxonomy() throws -> Taxonomy {
        try currentReference().taxonomy
    }

    func insert(_ term: TaxonomyTerm) throws {
        try insert(TaxonomyTerm.insertion, unlessThere: term.code) { row in
            row.add(term.id)
            term.write(to: &row)
        }
        try changeReference()
    }

    func update(_ term: TaxonomyTerm) throws {
        try connection.run(TaxonomyTerm.update) { row in
            term.write(to: &row)
            row.add(term.id)
        }
        try changeReference()
    }

    /// Reads all terms, ordered by scheme and code.
    func readTerms() throws -> [TaxonomyTerm] {
        try connection.rows("SELECT id, \(TaxonomyTerm.columns) FROM taxonomyTerm ORDER BY scheme, code") {
            row in
            try TaxonomyTerm(row: &row)
        }
    }
}

extension TaxonomyTerm {
    fileprivate static let columns: SQL = """
        version, scheme, code, labelDe, labelEn, definitionDe, definitionEn, parent, kind, validFrom, validTo,
        replacedBy, createdAt, updatedAt
        """

    fileprivate static let insertion = RowCommand.insert(into: "taxonomyTerm", "id, \(columns)")
    fileprivate static let update = RowCommand.update("taxonomyTerm", columns)

    fileprivate func write(to row: inout RowWriter) {
        row.add(version)
        row.add(scheme)
        row.add(code)
        row.add(label.de)
        row.add(label.en)
        row.add(definition?.de)
        row.add(definition?.en)
        row.add(parent)
        row.add(kind)
        row.add(validity.from)
        row.add(validity.to)
        row.add(replacedBy)
        row.add(createdAt)
        row.add(updatedAt)
    }

    fileprivate init(row: inout Row) throws {
        self.init(
            id: try row.next(), version: try row.next(), scheme: try row.next(), code: try row.next(),
            label: Wording(try row.next(), try row.next()),
            definition: try Wording(optional: &row), parent: try row.next(), kind: try row.next(),
            validity: try row.days(), replacedBy: try row.next(), createdAt: try row.next(),
            updatedAt: try row.next())
    }
}

extension Wording {
    fileprivate init?(optional row: inout Row) throws {
        let de: String? = try row.next()
        let en: String? = try row.next()
        guard let de, let en else { return nil }
        self.init(de, en)
    }
}

extension TaxonomyTerm.Scheme: ValueConvertible {}
