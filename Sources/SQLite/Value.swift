/// One SQLite value to be bound, in one of SQLite's five storage classes.
@usableFromInline package enum Value: Equatable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
    /// A blob of 16 bytes, most significant first.
    case key(UInt64, UInt64)
}

/// A Swift type that binds itself as one SQLite value and is read back from one column.
///
/// A type whose raw value is a `String` conforms without further code.
@usableFromInline package protocol ValueConvertible {
    /// What is stored.
    var sqlValue: Value { get }

    /// Reads the value back; nil when the column holds something else, NULL included.
    init?(column: borrowing Column)
}

extension Int64: ValueConvertible {
    @usableFromInline package var sqlValue: Value { .integer(self) }

    @inlinable package init?(column: borrowing Column) {
        guard let number = column.integer else { return nil }
        self = number
    }
}

extension Int: ValueConvertible {
    @usableFromInline package var sqlValue: Value { .integer(Int64(self)) }

    @inlinable package init?(column: borrowing Column) {
        guard let number = column.integer else { return nil }
        self.init(exactly: number)
    }
}

extension Int32: ValueConvertible {
    @usableFromInline package var sqlValue: Value { .integer(Int64(self)) }

    @inlinable package init?(column: borrowing Column) {
        guard let number = column.integer else { return nil }
        self.init(exactly: number)
    }
}

/// Stored as 0 or 1; any other number is refused when read.
extension Bool: ValueConvertible {
    @usableFromInline package var sqlValue: Value { .integer(self ? 1 : 0) }

    @inlinable package init?(column: borrowing Column) {
        guard let number = column.integer, number == 0 || number == 1 else { return nil }
        self = number == 1
    }
}

extension Double: ValueConvertible {
    @usableFromInline package var sqlValue: Value { .real(self) }

    @inlinable package init?(column: borrowing Column) {
        guard let number = column.real else { return nil }
        self = number
    }
}

/// Stored as TEXT with its exact bytes, NUL and all; what is not UTF-8 is refused when read.
extension String: ValueConvertible {
    @usableFromInline package var sqlValue: Value { .text(self) }

    @inlinable package init?(column: borrowing Column) {
        guard let text = column.text else { return nil }
        self = text
    }
}

/// Bytes, stored as BLOB.
extension Array: ValueConvertible where Element == UInt8 {
    @usableFromInline package var sqlValue: Value { .blob(self) }

    @inlinable package init?(column: borrowing Column) {
        guard let bytes = column.blob else { return nil }
        self = bytes
    }
}

extension ValueConvertible where Self: RawRepresentable, RawValue == String {
    @usableFromInline package var sqlValue: Value { .text(rawValue) }

    @inlinable package init?(column: borrowing Column) {
        guard let text = column.text else { return nil }
        self.init(rawValue: text)
    }
}
