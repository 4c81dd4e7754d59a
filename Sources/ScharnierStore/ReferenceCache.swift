import Scharnier
import Synchronization

/// The city's areas and vocabulary at one time; read on nearly every write, changed once a year.
struct Reference: Sendable {
    let stamp: Identifier<Reference>
    let areas: [Area]
    let tree: AreaTree
    let terms: [TaxonomyTerm]
    let taxonomy: Taxonomy

    init(stamp: Identifier<Reference>, areas: [Area], terms: [TaxonomyTerm]) {
        self.stamp = stamp
        self.areas = areas
        self.terms = terms
        tree = AreaTree(areas)
        taxonomy = Taxonomy(terms)
    }
}

/// The last areas and terms that any connection has read.
///
/// Found by the stamp that stands in the database: every change writes a new one that never was before, so a change
/// that is taken back, or not yet committed, cannot be taken for another.
final class ReferenceCache: Sendable {
    private let latest = Mutex<Reference?>(nil)

    /// The areas and terms that have this stamp, if they were the last ones read.
    func reference(_ stamp: Identifier<Reference>) -> Reference? {
        latest.withLock { $0?.stamp == stamp ? $0 : nil }
    }

    func keep(_ reference: Reference) {
        latest.withLock { $0 = reference }
    }
}
