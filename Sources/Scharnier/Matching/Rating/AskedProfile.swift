/// A need in the numbers that its rating takes, in 64 octets: a hundred thousand are gone through for one list, and
/// what takes time is to fetch them.
package struct AskedProfile: Equatable, Sendable {
    /// What is asked for, a bit for each kind in the order of ``ResourceKind``.
    package var kinds: UInt16 = 0
    private var deprivationOrNone = UInt16.max
    package var topics = CodeMask.none
    package var targetGroups = CodeMask.none

    /// Skills that are asked for; they count only for what people do.
    package var skills: UInt32 = 0

    /// The beneficiary areas.
    package var areas = AreaNumbers.none
    private var positionOrNone = MapPosition(east: .min, north: .min)
    private var deadlineOrNone = Int32.min
    private var openOrNone: Int64 = -1
    private var firstPublishedOrNone = Int32.min
    private var reviewOrNone = Int32.min

    /// Whether the whole city benefits.
    package var isCityWide = false

    /// Whether it is acute, and the city or an officer has confirmed that.
    package var isConfirmedAcute = false

    /// Whether an introduction has been agreed.
    package var isAgreed = false

    /// A need of which nothing is stated.
    package init() {}
}

extension AskedProfile {
    /// The middle of its areas.
    package var position: MapPosition? {
        get { positionOrNone.east == .min ? nil : positionOrNone }
        set { positionOrNone = newValue ?? MapPosition(east: .min, north: .min) }
    }

    /// What is still asked for, in cents or units; nil if it is not stated.
    package var open: Int64? {
        get { openOrNone < 0 ? nil : openOrNone }
        set { openOrNone = newValue ?? -1 }
    }

    /// The day by which it is needed, as ``Day/number``.
    package var deadline: Int32? {
        get { deadlineOrNone == .min ? nil : deadlineOrNone }
        set { deadlineOrNone = newValue ?? .min }
    }

    /// The day of the first publication; publishing again does not move it.
    package var firstPublished: Int32? {
        get { firstPublishedOrNone == .min ? nil : firstPublishedOrNone }
        set { firstPublishedOrNone = newValue ?? .min }
    }

    /// The day from which on it is missed that somebody confirms it again.
    package var review: Int32? {
        get { reviewOrNone == .min ? nil : reviewOrNone }
        set { reviewOrNone = newValue ?? .min }
    }

    /// How burdened its areas are, 0…10,000; nil for the whole city or without data.
    package var deprivation: UInt16? {
        get { deprivationOrNone == .max ? nil : deprivationOrNone }
        set { deprivationOrNone = newValue ?? .max }
    }
}

/// Numbers of areas, as far as there is room: eight, each below 254.
@frozen
package struct AreaNumbers: Hashable, Sendable {
    private var numbers: UInt64 = .max

    /// No area.
    package static let none = AreaNumbers([])

    /// These; ``AreaSet/others`` stands for all that have no room.
    package init(_ areas: [UInt8]) {
        let kept = areas.count <= Self.most ? areas[...] : areas.prefix(Self.most - 1) + [AreaSet.others]
        for area in kept { numbers = numbers << 8 | UInt64(area) }
    }

    /// How many there is room for.
    package static let most = 8

    /// Whether there is no area.
    package var isEmpty: Bool { numbers == .max }

    /// Whether these are all areas: else they may be in more sets than their numbers tell.
    var isWhole: Bool { !contains { $0 == AreaSet.others } }

    /// Whether one of them is in a set, or may be.
    func intersects(_ set: AreaSet) -> Bool { contains { $0 == AreaSet.others || set.contains($0) } }

    @inline(__always)
    private func contains(_ isWanted: (UInt8) -> Bool) -> Bool {
        var rest = numbers
        // What is left of a shorter list is 255 throughout, which is no area.
        while rest != .max {
            if isWanted(UInt8(truncatingIfNeeded: rest)) { return true }
            rest = rest >> 8 | 0xFF << 56
        }
        return false
    }
}

/// A set of areas, each with a number below 254; one more number stands for all others.
@frozen
package struct AreaSet: Equatable, Sendable {
    private var bits = SIMD4<UInt64>()

    /// Stands for areas with greater numbers.
    package static let others: UInt8 = 254

    /// No area.
    package init() {}

    /// These areas.
    package init(_ areas: [UInt8]) {
        for area in areas { insert(area) }
    }

    /// Whether there is no area.
    package var isEmpty: Bool { bits == SIMD4() }

    /// Takes in an area; 255 stands for none.
    package mutating func insert(_ area: UInt8) {
        if area != .max { bits[Int(area >> 6)] |= 1 << UInt64(area & 63) }
    }

    /// Takes in all of another set.
    mutating func formUnion(_ other: AreaSet) { bits |= other.bits }

    /// Whether an area is in it.
    package func contains(_ area: UInt8) -> Bool { bits[Int(area >> 6)] >> UInt64(area & 63) & 1 == 1 }

    /// The number of an area here, if there is room for it.
    static func number(_ area: Int) -> UInt8 { UInt8(exactly: area).map { min($0, others) } ?? others }
}

/// A point in the city, in steps of ten metres from its middle.
@frozen
package struct MapPosition: Hashable, Sendable {
    /// East of the middle.
    package let east: Int16
    /// North of the middle.
    package let north: Int16

    /// A point.
    package init(east: Int16, north: Int16) {
        self.east = east
        self.north = north
    }

    /// The middle of these, whatever their order; nil if there is none.
    static func middle(of all: [MapPosition]) -> MapPosition? {
        guard !all.isEmpty else { return nil }
        let east = all.reduce(0) { $0 + Int($1.east) } / all.count
        let north = all.reduce(0) { $0 + Int($1.north) } / all.count
        return MapPosition(east: Int16(clamping: east), north: Int16(clamping: north))
    }

    /// The distance in steps, rounded down; `limit` for all that is farther.
    func distance(to other: MapPosition, limit: Int) -> Int {
        let (across, up) = (Int(east) - Int(other.east), Int(north) - Int(other.north))
        let square = across * across + up * up
        guard square < limit * limit else { return limit }
        var (low, high) = (0, limit)
        while low < high {
            let middle = (low + high + 1) / 2
            if middle * middle <= square { low = middle } else { high = middle - 1 }
        }
        return low
    }
}
