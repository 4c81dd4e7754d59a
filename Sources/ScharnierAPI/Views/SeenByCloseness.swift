import Scharnier

/// A record of which everybody sees as much as it is his.
protocol SeenByCloseness {
    /// The number of its last change.
    var version: Int64 { get }

    /// How near `party` is to it.
    func closeness(of party: Party) -> Closeness
}

extension SeenByCloseness {
    /// The tag of the record as `party` sees it.
    func tag(for party: Party) -> EntityTag { .item(version: version, closeness: closeness(of: party)) }
}

extension Need: SeenByCloseness {}
extension Offer: SeenByCloseness {}
extension Organization: SeenByCloseness {}
extension Programme: SeenByCloseness {}
extension Idea: SeenByCloseness {}
