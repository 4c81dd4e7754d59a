extension Programme.Content {
    /// As many calls and awards as a prize of many years has.
    package static let callCount = 0...24
    package static let awardCount = 0...200

    /// What breaks a rule that holds already for drafts, in the order of the members.
    package func violations() -> [Violation] {
        Violation.length(of: title, 3...160, at: "title")
            + Violation.length(of: summary, 0...4000, at: "summary")
            + (policy?.violations() ?? [])
            + Violation.list(calls, Self.callCount, at: "calls")
            + calls.enumerated().flatMap { $1.violations(at: "calls/\($0)") }
            + Violation.list(awards, Self.awardCount, at: "awards")
            + awards.enumerated().flatMap { violations(of: $1, at: "awards/\($0)") }
    }

    private func violations(of award: Programme.Award, at path: String) -> [Violation] {
        var found = Violation.range(of: award.year, 1900...2200, at: "\(path)/year")
        found += Violation.length(of: award.recipient, 1...200, at: "\(path)/recipient_text")
        found += Violation.range(of: award.cents, 0...Quantity.cents.upperBound, at: "\(path)/amount_cents")
        guard award.cents != nil, awardKind != .money else { return found }
        return found + [
            .excluded(
                "\(path)/amount_cents", "Nur bei Programmen, die Geld geben.",
                "Only with programmes that give money.")
        ]
    }
}

extension Programme.Call {
    /// A call does not close before it opens, nor is it decided before it closes.
    fileprivate func violations(at path: String) -> [Violation] {
        var found: [Violation] = []
        if closesOn < opensOn {
            found.append(
                .excluded(
                    "\(path)/closes_on", "Der Schluss liegt vor dem Beginn.", "It closes before it opens."))
        }
        if let decisionOn, decisionOn < closesOn {
            found.append(
                .excluded(
                    "\(path)/decision_on", "Die Entscheidung liegt vor dem Schluss.",
                    "It is decided before it closes."))
        }
        return found
    }
}

extension Programme.Policy {
    /// As whole a share as there is, in basis points.
    private static let share: ClosedRange<Int64> = 0...10_000

    /// What breaks a rule, in the order of the members.
    func violations() -> [Violation] {
        versionViolations
            + validityViolations
            + Violation.length(of: legalBasis, 1...1000, at: "policy/legal_basis")
            + Violation.page(sourceURL, at: "policy/source_url")
            + confirmationViolations
            + amountViolations
            + Violation.list(horizons, 1...3, at: "policy/horizons")
            + Violation.list(topics, 0...12, at: "policy/topics")
            + Violation.list(targetGroups, 0...12, at: "policy/target_groups")
            + Violation.list(areas, 0...60, at: "policy/area_ids")
            + Violation.list(
                recipientKinds, 0...Organization.Kind.allCases.count, at: "policy/recipient_kinds")
            + Violation.list(documents, 0...20, at: "policy/documents")
            + Violation.length(of: note, 0...2000, at: "policy/note")
    }

    private var versionViolations: [Violation] {
        let parts = version.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isDigits = parts.allSatisfy { part in
            part.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        }
        guard parts.count != 2 || !isDigits || parts[0].count != 4 || !(1...3).contains(parts[1].count)
        else { return [] }
        let text = Wording(
            "Eine Fassung heißt wie 2026.1: Jahr, Punkt, Nummer.",
            "A version is called like 2026.1: year, dot, number.")
        return [.init("policy/version", .badFormat, text)]
    }

    private var validityViolations: [Violation] {
        guard let from = validity.from else { return [.missing("policy/valid_from_on")] }
        guard let to = validity.to, to < from else { return [] }
        return [
            .excluded(
                "policy/valid_to_on", "Das Ende liegt vor dem Anfang.", "The end is before the start.")
        ]
    }

    private var confirmationViolations: [Violation] {
        switch (verification, confirmedOn) {
        case (.confirmedByFunder, nil): [.missing("policy/confirmed_on")]
        case (.unverified, .some), (.readInPublicSource, .some):
            [
                .excluded(
                    "policy/confirmed_on", "Nur, wenn der Förderer es bestätigt hat.",
                    "Only if the funder has confirmed it.")
            ]
        default: []
        }
    }

    private var amountViolations: [Violation] {
        let cents = 0...Quantity.cents.upperBound
        var found = Violation.range(of: leastCents, cents, at: "policy/min_cents")
        found += Violation.range(of: mostCents, cents, at: "policy/max_cents")
        if let leastCents, let mostCents, mostCents < leastCents {
            found.append(
                .excluded(
                    "policy/max_cents", "Der größte Betrag liegt unter dem kleinsten.",
                    "The most is below the least."))
        }
        found += Violation.range(of: mostShare, Self.share, at: "policy/max_share_bp")
        return found + Violation.range(of: leastOwnShare, Self.share, at: "policy/own_share_min_bp")
    }
}
