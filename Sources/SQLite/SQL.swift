/// A statement with its values kept apart from its text.
///
/// String interpolation binds: `"WHERE id = \(id)"` becomes `WHERE id = ?` and one bound value, so a value
/// can never be read as SQL. The text is made of literals of the source code only (`StaticString`): there is
/// no way to build it from input. Fragments are spliced with `\(fragment)` or `+=`.
@frozen
@usableFromInline package struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// The pieces of the text, in order; also the key under which the prepared statement is kept.
    @usableFromInline private(set) var pieces: [Piece]

    /// The values, in the order of their `?`.
    @usableFromInline private(set) var values: [Value]

    /// Makes a statement or fragment without values.
    @inlinable package init(stringLiteral text: StaticString) {
        pieces = [Piece(text: text)]
        values = []
    }

    /// Makes a statement or fragment from literal text and interpolated values.
    @inlinable package init(stringInterpolation parts: Interpolation) {
        pieces = parts.pieces
        values = parts.values
    }

    /// Appends a fragment with its values.
    package static func += (sql: inout SQL, more: SQL) {
        sql.pieces += more.pieces
        sql.values += more.values
    }

    /// The text handed to SQLite, with a `?` for each value.
    package var text: String {
        pieces.reduce(into: "") { $0 += $1.text.description }
    }

    /// The same values with a literal in front of the text.
    func prefixed(by literal: StaticString) -> SQL {
        var result = SQL(stringLiteral: literal)
        result += self
        return result
    }
}

extension SQL {
    /// Collects pieces and values while a literal is being read; inlined, or each value would pass as a generic.
    @frozen
    @usableFromInline package struct Interpolation: StringInterpolationProtocol {
        @usableFromInline var pieces: [Piece] = []
        @usableFromInline var values: [Value] = []

        /// Makes room for a literal with so many interpolations.
        @inlinable package init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(2 * interpolationCount + 1)
            values.reserveCapacity(interpolationCount)
        }

        /// Appends literal text.
        @inlinable package mutating func appendLiteral(_ literal: StaticString) {
            pieces.append(Piece(text: literal))
        }

        /// Binds one value.
        @inlinable package mutating func appendInterpolation(_ value: some ValueConvertible) {
            bind(value.sqlValue, after: "?")
        }

        /// Binds one value, or NULL.
        @inlinable package mutating func appendInterpolation(_ value: (some ValueConvertible)?) {
            bind(value?.sqlValue ?? .null, after: "?")
        }

        /// Splices a fragment with its values.
        @inlinable package mutating func appendInterpolation(_ fragment: SQL) {
            pieces += fragment.pieces
            values += fragment.values
        }

        /// Binds each value of a list: `IN (\(list: ids))` becomes `IN (?,?,?)`.
        ///
        /// Each length is a statement of its own; at most 1,000 values fit in one (`SQLITE_LIMIT_VARIABLE_NUMBER`).
        @inlinable package mutating func appendInterpolation(list: [some ValueConvertible]) {
            for (position, value) in list.enumerated() {
                bind(value.sqlValue, after: position == 0 ? "?" : ",?")
            }
        }

        @inlinable mutating func bind(_ value: Value, after mark: StaticString) {
            pieces.append(Piece(text: mark))
            values.append(value)
        }
    }
}

/// One literal of the source code, compared by where it lies: cheap, and good enough for a cache.
@frozen
@usableFromInline struct Piece: Equatable, Sendable {
    @usableFromInline let text: StaticString

    @inlinable init(text: StaticString) {
        self.text = text
    }

    /// Where it lies.
    var address: UInt {
        // Safe because the address is only compared, never followed; text that needs no pointer has none.
        unsafe text.hasPointerRepresentation
            ? UInt(bitPattern: text.utf8Start) : UInt(text.unicodeScalar.value)
    }

    @usableFromInline static func == (one: Piece, other: Piece) -> Bool {
        one.address == other.address && one.length == other.length
    }

    private var length: Int { text.hasPointerRepresentation ? text.utf8CodeUnitCount : 0 }
}
