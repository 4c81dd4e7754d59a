extension Area {
    /// What breaks the rules of domain.md §4.2, in the order of the members.
    package func violations() -> [Violation] {
        Violation.length(of: name, 1...120, at: "name")
            + codeViolations
            + Violation.list(aliases, 0...20, at: "aliases")
            + aliases.enumerated().flatMap { Violation.length(of: $1, 1...120, at: "aliases/\($0)") }
            + validityViolations
            + Violation.length(of: decisionText, 0...300, at: "decision_text")
            + Violation.range(of: population, 0...1_000_000_000, at: "population")
            + hectareViolations
            + Violation.length(of: supervisingUnit, 0...120, at: "supervising_unit")
            + geometryViolations
    }

    /// Whether it is in force on `day`, or was before: then others rely on it, and it stays as it is.
    package func isInForce(on day: Day) -> Bool { validity.from.map { $0 <= day } ?? true }

    /// What a change may not touch any more, because the old version is in force.
    ///
    /// It may end, from today on: what held until now has held.
    package func forbidden(in new: Area, on day: Day) -> [Violation] {
        guard isInForce(on: day) else { return [] }
        var found = changedMembers(in: new).map { Violation($0, .immutable, .inForce) }
        guard new.validity.to != validity.to else { return found }
        if let end = validity.to, end <= day { found.append(.init("valid_to_on", .immutable, .inForce)) }
        if let end = new.validity.to, end < day {
            let text = Wording("Das Ende liegt in der Vergangenheit.", "The end is in the past.")
            found.append(.init("valid_to_on", .outOfRange, text))
        }
        return found
    }

    /// The members that differ, but for the last day.
    private func changedMembers(in new: Area) -> [String] {
        let changes: [(String, Bool)] = [
            ("type", kind != new.kind), ("code", code != new.code), ("name", name != new.name),
            ("aliases", aliases != new.aliases), ("parent_id", parent != new.parent),
            ("valid_from_on", validity.from != new.validity.from), ("decided_on", decidedOn != new.decidedOn),
            ("decision_text", decisionText != new.decisionText), ("population", population != new.population),
            ("area_ha", hectares != new.hectares),
            ("supervising_unit", supervisingUnit != new.supervisingUnit),
            ("geometry_status", geometryStatus != new.geometryStatus), ("geometry", geometry != new.geometry),
            ("centroid", centroid != new.centroid),
        ]
        return changes.filter(\.1).map(\.0)
    }

    private var codeViolations: [Violation] {
        let isWellFormed = code.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
        let length = Violation.length(of: code, 2...80, at: "code")
        guard length.isEmpty, !isWellFormed else { return length }
        let text = Wording(
            "Ein Gebietskürzel besteht aus Kleinbuchstaben, Ziffern und Bindestrichen.",
            "A code of an area consists of lower-case letters, digits and hyphens.")
        return [.init("code", .badFormat, text)]
    }

    private var validityViolations: [Violation] {
        guard let from = validity.from else { return [.missing("valid_from_on")] }
        guard let to = validity.to, to <= from else { return [] }
        return [.excluded("valid_to_on", "Das Ende liegt vor dem Anfang.", "The end is before the start.")]
    }

    private var hectareViolations: [Violation] {
        guard let hectares, hectares.hasPrefix("-") || ExactDecimal(hectares) == nil else { return [] }
        return [.init("area_ha", .badFormat, .noDecimal)]
    }

    /// Without a drawing there is nothing to say about it.
    private var geometryViolations: [Violation] {
        guard (geometry == nil) != (geometryStatus == .none) else { return [] }
        return [
            .excluded(
                "geometry_status", "`none` gilt genau dann, wenn es keine Zeichnung gibt.",
                "`none` holds if and only if there is no drawing.")
        ]
    }
}

extension Wording {
    static let noDecimal = Wording(
        "Eine Dezimalzahl wird mit Punkt geschrieben, höchstens 18 Stellen davor und dahinter.",
        "A decimal number is written with a point, with at most 18 digits before and behind it.")
    fileprivate static let inForce = Wording(
        "Dieses Gebiet gilt schon und bleibt, wie es ist; es kann nur enden, und ein neues kann folgen.",
        "This area is in force and stays as it is; it can only end, and another can follow.")
}
