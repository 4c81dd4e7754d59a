/// Puts a ranked list into the order in which it is shown, so that all carriers are seen (matching.md §6).
///
/// What it changes is bounded and told: see ``ShapedEntry/movedBy``.
package struct Shaper: Sendable {
    private let ledger: ExposureLedger

    /// The place that is kept for those who were not seen lately.
    static let discoveryRank = 10

    /// Needs of one carrier in each block of ten, while there are others.
    private static let mostOfCarrier = 2
    private static let block = 10

    /// A discovery fits at most these centipoints less than what it displaces.
    private static let discoveryMargin = 1_500

    /// Shapes by what was noted until midnight.
    package init(_ ledger: ExposureLedger) {
        self.ledger = ledger
    }

    /// The first `limit` entries as they are shown; the order of `entries` does not matter.
    package func shaped(_ entries: [ListEntry], limit: Int) -> [ShapedEntry] {
        var list = collapsed(entries).enumerated().map { position, group in
            ShapedEntry(
                entry: group.shown, rankByScore: position + 1, rank: position + 1, collapsed: group.hidden)
        }
        settle(&list)
        limitCarriers(&list, for: max(limit, Self.discoveryRank))
        discover(&list)
        for position in list.indices { list[position].rank = position + 1 }
        return Array(list.prefix(max(0, limit)))
    }

    /// The list by score alone, for whoever asks for it unshaped.
    package static func ranked(_ entries: [ListEntry]) -> [ListEntry] {
        entries.sorted { precedes($0, $0.score, $1, $1.score) }
    }

    private static func precedes(_ one: ListEntry, _ mine: Int, _ other: ListEntry, _ theirs: Int) -> Bool {
        if mine != theirs { return mine > theirs }
        return (one.tie, one.id) < (other.tie, other.id)
    }

    /// One entry for needs of a carrier that say nearly the same: the first published.
    private func collapsed(_ entries: [ListEntry]) -> [(shown: ListEntry, hidden: [UInt128])] {
        var groups: [UInt128: [ListEntry]] = [:]
        for entry in entries { groups[entry.group, default: []].append(entry) }
        let shown = groups.values.map { group in
            let ordered = group.sorted { ($0.firstPublished, $0.id) < ($1.firstPublished, $1.id) }
            return (shown: ordered[0], hidden: ordered.dropFirst().map(\.id))
        }
        return shown.sorted { Self.precedes($0.shown, $0.shown.score, $1.shown, $1.shown.score) }
    }

    /// Moves carriers up that were seen less than they were due, and the others down.
    private func settle(_ list: inout [ShapedEntry]) {
        let moved = list.map { (key: $0.entry.score + ledger.adjustment(for: $0.entry.carrier), entry: $0) }
            .sorted { Self.precedes($0.entry.entry, $0.key, $1.entry.entry, $1.key) }
        list = moved.enumerated().map { position, place in
            var entry = place.entry
            if entry.rankByScore != position + 1 { entry.movedBy.append(.ledger) }
            return entry
        }
    }

    /// Puts off what would be a carrier's third need in a block of ten, while there are others.
    private func limitCarriers(_ list: inout [ShapedEntry], for count: Int) {
        var rest = Array(list.indices)
        var order: [Int] = []
        var counts: [UInt128: Int] = [:]
        while order.count < count, !rest.isEmpty {
            if order.count.isMultiple(of: Self.block) { counts = [:] }
            let next = rest.firstIndex { counts[list[$0].entry.carrier, default: 0] < Self.mostOfCarrier }
            // Nobody else is left: who was put off comes after all.
            let place = rest.remove(at: next ?? 0)
            counts[list[place].entry.carrier, default: 0] += 1
            order.append(place)
        }
        list = Self.marked((order + rest).map { list[$0] }, before: list)
    }

    private static func marked(_ list: [ShapedEntry], before: [ShapedEntry]) -> [ShapedEntry] {
        let places = Dictionary(uniqueKeysWithValues: before.enumerated().map { ($1.entry.id, $0) })
        return list.enumerated().map { position, entry in
            var entry = entry
            // Who only takes the place of somebody put off was not moved himself.
            if let place = places[entry.entry.id], position > place { entry.movedBy.append(.carrierLimit) }
            return entry
        }
    }

    /// Gives the tenth place to the best need of a carrier that nobody has seen lately, if it fits nearly as well.
    private func discover(_ list: inout [ShapedEntry]) {
        let place = Self.discoveryRank - 1
        guard list.count > place else { return }
        let least = list[place].entry.fit - Self.discoveryMargin
        guard !list[...place].contains(where: { !ledger.wasSeen($0.entry.carrier) }) else { return }
        let found = list[place...].indices.first { position in
            !ledger.wasSeen(list[position].entry.carrier) && list[position].entry.fit >= least
        }
        guard let found, found > place else { return }
        var entry = list.remove(at: found)
        entry.movedBy.append(.discovery)
        list.insert(entry, at: place)
    }
}
