package import SQLite
package import Scharnier

// How the domain's shared values are stored. One entity's own types sit beside its repository.

/// Stored as its 16 bytes, so that SQLite's order is that of ``Identifier``.
extension Identifier: ValueConvertible {
    package var sqlValue: Value { .key(high, low) }

    package init?(column: borrowing Column) {
        guard let key = column.key else { return nil }
        self.init(high: key.high, low: key.low)
    }

    /// Appends the bytes, most significant first.
    func appendBytes(to bytes: inout [UInt8]) {
        for half in [high, low] {
            for shift in stride(from: UInt64(56), through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: half >> shift))
            }
        }
    }

    /// The identifier of the first 16 bytes.
    init(bytes: ArraySlice<UInt8>) {
        let high = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let low = bytes.dropFirst(8).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        self.init(high: high, low: low)
    }
}

/// Stored as whole milliseconds since 1970.
extension Instant: ValueConvertible {
    package var sqlValue: Value { .integer(milliseconds) }

    package init?(column: borrowing Column) {
        guard let milliseconds = column.integer else { return nil }
        self.init(milliseconds: milliseconds)
    }
}

/// Stored as days since 1970-01-01.
extension Day: ValueConvertible {
    package var sqlValue: Value { .integer(Int64(number)) }

    package init?(column: borrowing Column) {
        guard let number = column.integer, let number = Int32(exactly: number) else { return nil }
        self.init(number: number)
    }
}

extension Audience.Openness: ValueConvertible {
    package var sqlValue: Value { .integer(Int64(rawValue)) }

    package init?(column: borrowing Column) {
        guard let number = column.integer else { return nil }
        self.init(rawValue: Int(number))
    }
}

extension Role: ValueConvertible {}
extension AuditEntry.Actor: ValueConvertible {}
extension ResourceKind: ValueConvertible {}
extension Horizon: ValueConvertible {}
extension Unit: ValueConvertible {}
extension Visibility: ValueConvertible {}
extension Safeguarding: ValueConvertible {}
extension SafeguardingReadiness: ValueConvertible {}
extension Publicity: ValueConvertible {}
extension Schedule.Kind: ValueConvertible {}
extension Subject: ValueConvertible {}
