package import SQLite
package import Scharnier

/// The order of a list in SQL: columns, and the identifier at the end (api.md §8).
struct ListOrder: Sendable {
    /// One column by which rows are sorted; what has nothing there comes last.
    struct Term: Sendable {
        let column: SQL
        let isNullable: Bool
        let isDescending: Bool
    }

    let terms: [Term]

    /// Whether it is the order for which there are indexes with encoded rows.
    let isNewestFirst: Bool

    /// An order by these columns, without any the newest first.
    init(_ terms: [Term]) {
        self.terms = terms.isEmpty ? Self.newest : terms
        isNewestFirst = terms.isEmpty
    }

    private static let newest = [Term(column: "createdAt", isNullable: false, isDescending: true)]

    /// The direction in which identifiers are read: that of the last key.
    private var isLastDescending: Bool { terms[terms.count - 1].isDescending }

    /// What stands behind `ORDER BY`.
    var clause: SQL {
        var keys: SQL = ""
        for term in terms {
            if term.isNullable { keys += "\(term.column) IS NULL, " }
            keys += term.isDescending ? "\(term.column) DESC, " : "\(term.column), "
        }
        keys += isLastDescending ? "id DESC" : "id"
        return keys
    }

    /// The columns of a key, the identifier first.
    var columns: SQL {
        terms.reduce(into: "id") { $0 += ", \($1.column)" }
    }

    /// Whether a row comes behind `key`; `nil` where all do.
    ///
    /// - Throws: ``Refusal/invalid(_:)`` never: a key of another order finds nothing, and cursors hold the order.
    func isBehind(_ key: PageKey?) -> SQL? {
        if isNewestFirst { return isOlder(than: key) }
        guard let key else { return nil }
        guard key.values.count == terms.count else { return "1 = 0" }
        // From the last key to the first: behind in this one, or equal in it and behind in the rest.
        var behind: SQL = isLastDescending ? "id < \(key.id)" : "id > \(key.id)"
        for (term, value) in zip(terms, key.values).reversed() {
            behind = term.isBehind(value, or: behind)
        }
        return "(\(behind))"
    }

    /// In the form for which the indexes are made; without a key from behind the end of time, so that the first page is
    /// planned like all others.
    private func isOlder(than key: PageKey?) -> SQL {
        guard let key, case .number(let time) = key.values.first else {
            return
                "(createdAt, id) < (\(Int64.max), \(Identifier<PageKey>(high: .max, low: .max)))"
        }
        return "(createdAt, id) < (\(time), \(key.id))"
    }
}

extension ListOrder.Term {
    /// Whether a row comes behind one that has `value` here; `rest` decides where they are equal.
    fileprivate func isBehind(_ value: SortValue, or rest: SQL) -> SQL {
        switch value {
        case .none: "(\(column) IS NULL AND \(rest))"
        case .number(let number): isBehind(bound: "\(number)", or: rest)
        case .text(let text): isBehind(bound: "\(text)", or: rest)
        }
    }

    private func isBehind(bound: SQL, or rest: SQL) -> SQL {
        let further: SQL = isDescending ? "\(column) < \(bound)" : "\(column) > \(bound)"
        let nothing: SQL = isNullable ? " OR \(column) IS NULL" : ""
        return "(\(further)\(nothing) OR (\(column) = \(bound) AND \(rest)))"
    }
}

extension ListOrder {
    /// The order of these keys, each of which stands in a column.
    init<Key: SortKey>(_ order: SortOrder<Key>, _ column: (Key) -> (name: SQL, isNullable: Bool)) {
        self.init(
            order.terms.map { term in
                let (name, isNullable) = column(term.key)
                return Term(column: name, isNullable: isNullable, isDescending: term.isDescending)
            })
    }
}

extension Row {
    /// The identifier, and what the row has in each column of the order.
    mutating func pageKey(of order: ListOrder) throws(SQLiteError) -> PageKey {
        let id: Identifier<PageKey> = try next()
        var values: [SortValue] = []
        for _ in order.terms { values.append(try next(SortValue?.self) ?? .none) }
        return PageKey(values, id: id)
    }
}

extension SortValue: ValueConvertible {
    package var sqlValue: Value {
        switch self {
        case .none: .null
        case .number(let number): .integer(number)
        case .text(let text): text.sqlValue
        }
    }

    package init?(column: borrowing Column) {
        if let number = column.integer {
            self = .number(number)
        } else if let text = String(column: column) {
            self = .text(text)
        } else {
            return nil
        }
    }
}
