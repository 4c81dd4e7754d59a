/// A document that a ranking found.
package struct Hit<Record: IndexRecord>: Sendable {
    /// Its key.
    package let key: UInt128

    /// What the owner keeps beside it.
    package let record: Record

    /// How alike it is to the query.
    package let relevance: Relevance

    /// What it was estimated at.
    package let estimate: Int32

    /// Where it is in the index that was ranked.
    let place: HitPlace
}

/// Where a document is in an index.
struct HitPlace {
    let side: Int
    let shelf: Int
    let ordinal: Int
}
