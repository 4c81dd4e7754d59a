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
        try insert(TaxonomyTerm.insertion, unlessThere: term.code) { term.write(to: &$0) }
        try changeReference()
    }

    /// Reads all terms, ordered by scheme and code.
    func readTerms() throws -> [TaxonomyTerm] {
        try connection.rows("SELECT \(TaxonomyTerm.columns) FROM taxonomyTerm ORDER BY scheme, code") { row in
            try TaxonomyTerm(row: &row)
        }
    }
}

extension TaxonomyTerm {
    fileprivate static let columns: SQL = """
        scheme, code, labelDe, labelEn, definitionDe, definitionEn, parent, kind, validFrom, validTo, replacedBy
        """

    fileprivate static let insertion = RowCommand.insert(into: "taxonomyTerm", columns)

    fileprivate func write(to row: inout RowWriter) {
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
    }

    fileprivate init(row: inout Row) throws {
        self.init(
            scheme: try row.next(), code: try row.next(), label: Wording(try row.next(), try row.next()),
            definition: try Wording(optional: &row), parent: try row.next(), kind: try row.next(),
            validity: try row.days(), replacedBy: try row.next())
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
