package import TextRank

/// An offer in the numbers that a rating takes.
package struct GivenProfile: Equatable, IndexRecord {
    package typealias Columns = NoColumns

    /// What it can serve, a bit for each kind in the order of ``ResourceKind``.
    package var kinds: UInt16 = 0

    /// Whether it is given by people's work, so that skills count.
    package var isWork = false
    package var topics = CodeMask.none
    package var targetGroups = CodeMask.none
    package var skills: UInt32 = 0

    /// The areas it names and all that lie in them; empty for the whole city.
    package var areas = AreaSet()

    /// The areas of the districts that it names or lies in.
    package var districtAreas = AreaSet()

    /// Where its areas have their middle.
    package var position: MapPosition?

    /// Cents or units for one need at least and at most; nil for no limit.
    package var minimum: Int64?
    package var maximum: Int64?

    /// What is left; nil if it does not run out.
    package var available: Int64?

    /// Whether it is money.
    package var isMoney = false

    /// Whether it may be a part of what is asked for.
    package var fundsPartly = true

    /// An offer of which nothing is stated.
    package init() {}
}
