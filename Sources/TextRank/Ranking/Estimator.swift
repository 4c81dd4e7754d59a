/// Says how good documents are likely to be, before the letter groups are compared.
package protocol Estimator<Record> {
    /// What is kept beside each document.
    associatedtype Record: IndexRecord

    /// Gets ready for the documents of a segment.
    mutating func begin(_ columns: Record.Columns)

    /// Writes an estimate for each record in `range`, the first at 0.
    ///
    /// `Int32.min` stands for a document that is out of the question, and may stand for one whose estimate is
    /// certainly below `threshold`. `sums` are what the stems are worth, as in ``Relevance/sum``.
    mutating func estimate(
        _ records: [Record], _ columns: Record.Columns, _ range: Range<Int>, _ sums: [UInt32],
        atLeast threshold: Int32, into estimates: inout [Int32])
}

extension Estimator {
    package mutating func begin(_ columns: Record.Columns) {}
}
