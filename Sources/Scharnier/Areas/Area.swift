/// A part of the city, valid for a span of days (domain.md §4.2).
package struct Area: Equatable, Identifiable, Sendable {
    package let id: Identifier<Area>

    /// The position of its last entry in the change feed; 0 until it changes.
    package var version: Int64
    package let kind: Kind

    /// Stable short name, as `ar-nordmarkt`.
    package let code: String
    package let name: String
    package let aliases: [String]
    package let parent: Identifier<Area>?
    package let validity: DayRange
    package let decidedOn: Day?
    package let decisionText: String?
    package let population: Int64?

    /// Hectares as a decimal number in text.
    package let hectares: String?
    package let supervisingUnit: String?
    package let geometryStatus: GeometryStatus

    /// GeoJSON (RFC 7946) as text.
    package var geometry: String?

    /// Latitude and longitude as decimal numbers in text.
    package var centroid: Centroid?
    package let createdAt: Instant
    package var updatedAt: Instant

    package enum Kind: String, CaseIterable, Sendable {
        case city, district
        case socialSpace = "social_space"
        case subdistrict
        case actionArea = "action_area"
        case actionQuarter = "action_quarter"
        case fundArea = "fund_area"
        case custom
    }

    package enum GeometryStatus: String, CaseIterable, Sendable {
        case official, illustrative, none
    }

    package struct Centroid: Equatable, Sendable {
        package let latitude: String
        package let longitude: String

        /// A point; longitude is east.
        package init(latitude: String, longitude: String) {
            self.latitude = latitude
            self.longitude = longitude
        }
    }

    /// An area put together from what is kept of it.
    package init(
        id: Identifier<Area>, version: Int64 = 0, kind: Kind, code: String, name: String,
        aliases: [String] = [],
        parent: Identifier<Area>? = nil, validity: DayRange, decidedOn: Day? = nil,
        decisionText: String? = nil,
        population: Int64? = nil, hectares: String? = nil, supervisingUnit: String? = nil,
        geometryStatus: GeometryStatus = .none, geometry: String? = nil, centroid: Centroid? = nil,
        createdAt: Instant, updatedAt: Instant? = nil
    ) {
        self.id = id
        self.version = version
        self.kind = kind
        self.code = code
        self.name = name
        self.aliases = aliases
        self.parent = parent
        self.validity = validity
        self.decidedOn = decidedOn
        self.decisionText = decisionText
        self.population = population
        self.hectares = hectares
        self.supervisingUnit = supervisingUnit
        self.geometryStatus = geometryStatus
        self.geometry = geometry
        self.centroid = centroid
        self.createdAt = createdAt
        self.updatedAt = updatedAt ?? createdAt
    }
}

/// How two areas belong together over time or space.
package struct AreaRelation: Equatable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case successor, contains, overlaps
    }

    package let from: Identifier<Area>
    package let to: Identifier<Area>
    package let kind: Kind

    /// The share of `from` that lies in `to`, in basis points.
    package let shareBasisPoints: Int64?

    /// A relation between two areas.
    package init(from: Identifier<Area>, to: Identifier<Area>, kind: Kind, shareBasisPoints: Int64? = nil) {
        self.from = from
        self.to = to
        self.kind = kind
        self.shareBasisPoints = shareBasisPoints
    }
}

/// A measure of an area's situation (domain.md §11.2).
package struct Indicator: Equatable, Sendable {
    package enum Polarity: String, CaseIterable, Sendable {
        /// High is worse.
        case burden
        /// High is better.
        case relief
        /// Never ranked.
        case neutral
    }

    package let code: String
    package let name: Wording
    package let unit: String
    package let polarity: Polarity
    package let domain: String
    package let method: String?

    /// A measure.
    package init(
        code: String, name: Wording, unit: String, polarity: Polarity, domain: String, method: String?
    ) {
        self.code = code
        self.name = name
        self.unit = unit
        self.polarity = polarity
        self.domain = domain
        self.method = method
    }
}

/// What a measure was in one area and period.
package struct IndicatorValue: Equatable, Sendable {
    package let indicator: String
    package let area: Identifier<Area>

    /// `YYYY` or `YYYY-MM`.
    package let period: String

    /// A decimal number in text.
    package let value: String
    package let source: String
    package let isRounded: Bool

    /// A measured value.
    package init(
        indicator: String, area: Identifier<Area>, period: String, value: String, source: String,
        isRounded: Bool
    ) {
        self.indicator = indicator
        self.area = area
        self.period = period
        self.value = value
        self.source = source
        self.isRounded = isRounded
    }
}
