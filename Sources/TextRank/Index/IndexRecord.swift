/// What an owner keeps beside each document.
package protocol IndexRecord: Sendable {
    /// The same for many documents, arranged so that all of them are gone through quickly.
    associatedtype Columns: Sendable

    /// The columns of the documents of a segment, in their order.
    static func columns(of records: [Self]) -> Columns
}

/// Of records that are looked at one by one.
package struct NoColumns: Sendable {
    /// Nothing.
    package init() {}
}

extension IndexRecord where Columns == NoColumns {
    package static func columns(of records: [Self]) -> NoColumns { NoColumns() }
}

extension Int: IndexRecord {
    package typealias Columns = NoColumns
}

extension Bool: IndexRecord {
    package typealias Columns = NoColumns
}
