/// Puts needs and offers into the numbers that a rating takes.
///
/// Codes and areas are numbered in their own order, so that equal data give equal numbers; and equal profiles are made
/// of equal records wherever these are equal.
package struct Profiles: Equatable, Sendable {
    private let places: [Place]
    let topics: CodeNumbers
    let targetGroups: CodeNumbers
    let skills: CodeNumbers
    private let surroundings: AreaSurroundings

    /// What is asked about an area besides where it lies.
    private struct Place: Equatable {
        let id: Identifier<Area>
        let isValid: Bool
        let isCity: Bool
        let disadvantage: Int64?
    }

    /// With the areas and the vocabulary of a day.
    init(areas: AreaTable, taxonomy: Taxonomy) {
        places = areas.entries.map { entry in
            Place(
                id: entry.area.id, isValid: entry.isValid, isCity: entry.area.kind == .city,
                disadvantage: entry.disadvantage?.index)
        }
        topics = CodeNumbers(taxonomy, .topic)
        targetGroups = CodeNumbers(taxonomy, .targetGroup)
        skills = CodeNumbers(taxonomy, .skill)
        surroundings = AreaSurroundings(areas)
    }

    /// A line of a need.
    func asked(_ item: NeedItem, of side: AskingSide) -> AskedProfile {
        let content = side.content
        var profile = AskedProfile()
        profile.kinds = item.content.kind.bit
        profile.topics = topics.mask(content.topics)
        profile.targetGroups = targetGroups.mask(content.targetGroups)
        profile.skills = skills.mask(item.content.skills).codes
        profile.areas = AreaNumbers(side.areas.map(AreaSet.number))
        profile.isCityWide = side.isCityWide
        profile.position = surroundings.position(of: side.areas)
        profile.open = item.content.unit.common(item.open)
        profile.deadline = content.neededByOn?.number
        profile.firstPublished = side.need.publishedAt.map { LocalTime.day(at: $0).number }
        profile.review = side.need.confirmationDue?.number
        profile.deprivation = side.isCityWide ? nil : deprivation(of: side.areas)
        profile.isConfirmedAcute = content.horizon == .acute && side.need.isConfirmed
        profile.isAgreed = side.need.items.contains { $0.committed > 0 }
        return profile
    }

    /// An offer that holds in the areas with these numbers, of which `available` is left.
    func given(_ offer: Offer, in numbers: [Int], available: Int64?) -> GivenProfile {
        let content = offer.content
        var profile = GivenProfile()
        profile.kinds = ResourceKind.allCases.filter { $0.isServed(by: content.kind) }.reduce(0) {
            $0 | $1.bit
        }
        profile.isWork = [.volunteering, .expertise, .service].contains(content.kind)
        profile.isMoney = content.kind == .money
        profile.topics = topics.mask(content.topics)
        profile.targetGroups = targetGroups.mask(content.targetGroups)
        profile.skills = skills.mask(content.skills).codes
        let isBounded = content.reach == .area && !numbers.contains { places[$0].isCity }
        if isBounded { place(&profile, in: numbers) }
        let isLimited = content.minimum > Quantity.smallestCents || content.kind != .money
        profile.minimum = isLimited ? content.unit.common(content.minimum) : nil
        profile.maximum = content.maximum.map(content.unit.common)
        profile.available = content.isInexhaustible ? nil : available.map(content.unit.common)
        return profile
    }

    private func place(_ profile: inout GivenProfile, in numbers: [Int]) {
        profile.areas = surroundings.set(of: numbers)
        profile.districtAreas = surroundings.districtSet(of: numbers)
        profile.position = surroundings.position(of: numbers)
    }

    /// The mean over these areas, in ten-thousandths; nil if none of them is known.
    private func deprivation(of numbers: [Int]) -> UInt16? {
        let known = numbers.compactMap { places[$0].disadvantage }
        return known.isEmpty ? nil : UInt16(100 * known.reduce(0, +) / Int64(known.count))
    }
}

extension Need {
    /// The day from which on it is missed that somebody confirms it (matching.md §4): the review, or the last
    /// confirmation or check after that.
    var confirmationDue: Day? {
        guard let reviewOn = content.reviewOn else { return nil }
        let confirmed = [freshness?.confirmedAt, verification?.at].compactMap { $0 }
        return confirmed.reduce(reviewOn) { max($0, LocalTime.day(at: $1)) }
    }

    /// Whether the city or an officer has checked what it says now.
    fileprivate var isConfirmed: Bool {
        guard let verification else { return false }
        return verification.revision == revision
            && (verification.role == .cityAdmin || verification.role == .areaOfficer)
    }
}

extension ResourceKind {
    /// Its bit among all kinds.
    fileprivate var bit: UInt16 {
        Self.allCases.firstIndex(of: self).map { 1 << UInt16($0) } ?? 0
    }

    /// Whether an offer of a kind can serve it.
    private func serves(_ asked: ResourceKind) -> Bool { self == asked || asked.isCompatible(with: self) }

    fileprivate func isServed(by given: ResourceKind) -> Bool { given.serves(self) }
}

extension Unit? {
    /// A quantity in the measure in which days and hours can be compared.
    fileprivate func common(_ quantity: Int64) -> Int64 {
        guard self == .day else { return quantity }
        let (hours, overflow) = quantity.multipliedReportingOverflow(by: Measure.hoursPerDay)
        return overflow ? .max : hours
    }
}
