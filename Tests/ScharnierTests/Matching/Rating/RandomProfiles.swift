@testable import Scharnier

/// Needs and offers in numbers, of all sorts.
enum RandomProfiles {
    /// Up to five codes, some of them related to others.
    static func codes(_ numbers: inout SeededGenerator) -> CodeMask {
        CodeMask(
            codes: .random(in: 0..<32, using: &numbers) & .random(in: 0..<32, using: &numbers),
            relatives: .random(in: 0..<32, using: &numbers))
    }

    /// A need around day 20,000.
    static func need(_ numbers: inout SeededGenerator) -> AskedProfile {
        var need = AskedProfile()
        need.kinds = 1 << UInt16.random(in: 0..<3, using: &numbers)
        (need.topics, need.targetGroups) = (codes(&numbers), codes(&numbers))
        need.skills = .random(in: 0..<4, using: &numbers)
        need.areas = AreaNumbers(Bool.random(using: &numbers) ? [.random(in: 0..<9, using: &numbers)] : [])
        need.position = MapPosition(east: .random(in: -900..<900, using: &numbers), north: 40)
        need.open = Bool.random(using: &numbers) ? .random(in: 1...900_000, using: &numbers) : nil
        need.deadline = Bool.random(using: &numbers) ? 20_000 + .random(in: 0..<70, using: &numbers) : nil
        need.firstPublished = 20_000 - .random(in: 0..<200, using: &numbers)
        need.review = 20_000 - .random(in: -9..<90, using: &numbers)
        need.deprivation = .random(in: 0...10_000, using: &numbers)
        return need
    }

    /// An offer of money or things, in some areas or everywhere.
    static func offer(_ numbers: inout SeededGenerator) -> GivenProfile {
        var offer = GivenProfile()
        offer.kinds = .random(in: 1..<8, using: &numbers)
        (offer.topics, offer.targetGroups) = (codes(&numbers), codes(&numbers))
        (offer.isWork, offer.skills) = (.random(using: &numbers), .random(in: 0..<4, using: &numbers))
        offer.isMoney = .random(using: &numbers)
        if Bool.random(using: &numbers) {
            (offer.areas, offer.districtAreas) = (AreaSet([1, 2]), AreaSet([1, 2, 3]))
        }
        offer.position = MapPosition(east: 0, north: 0)
        if Bool.random(using: &numbers) { (offer.minimum, offer.maximum) = (10_000, 300_000) }
        offer.available = 50_000
        return offer
    }
}
