/// Says how good documents are likely to be, before the letter groups are compared.
package protocol Estimator<Record> {
    /// What is kept beside each document.
    associatedtype Record: Sendable

    /// Writes an estimate for each record; `Int32.min` if the document is out of the question.
    ///
    /// `sums` are what the stems are worth, as in ``Relevance/sum``. All three lists have the same length.
    mutating func estimate(_ records: [Record], _ sums: [UInt32], into estimates: inout [Int32])
}
