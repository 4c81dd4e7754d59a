package import Allocation

// What a plan says in words. Numbers are repeated here for people; machines read the members beside.

extension AllocationPlan {
    /// Why a line is in the plan.
    package func why(_ pair: AllocationOrder.Pair, of need: AllocationOrder.Need) -> Wording {
        let fit = pair.fit / 10_000
        return Wording(
            "Passung \(fit) von 100, Dringlichkeit \(need.urgency) von 4.",
            "Fit \(fit) of 100, urgency \(need.urgency) of 4.")
    }

    /// Why a need gets nothing.
    package static func sentence(_ reason: UnservedReason) -> Wording {
        switch reason {
        case .noEligibleFund:
            Wording("Kein Angebot passt zu diesem Bedarf.", "No offer fits this need.")
        case .budgetsSpent:
            Wording("Die passenden Angebote haben kein Geld mehr.", "The offers that fit have no money left.")
        case .groupCut:
            Wording(
                "Die passenden Angebote sind ausgeschöpft; der Schnitt des Aktionsraums nennt sie.",
                "The offers that fit are used up; the area's cut names them.")
        case .belowLeastUseful(let left):
            Wording(
                "Übrig sind \(euros(left, ",")) Euro; das ist weniger als der kleinste nützliche Betrag.",
                "\(euros(left, ".")) euros are left, which is less than the least useful amount.")
        case .belowMinimumGrant(let left):
            Wording(
                "Übrig sind \(euros(left, ",")) Euro; die Angebote geben nur größere Beträge.",
                "\(euros(left, ".")) euros are left, and the offers give larger amounts only.")
        case .tooManyFunds(let reached):
            Wording(
                "Mit der erlaubten Zahl von Gebern kommen nur \(euros(reached, ",")) Euro zusammen.",
                "The allowed number of funders reaches only \(euros(reached, ".")) euros.")
        case .floorConflict:
            Wording(
                "Die verlangten Untergrenzen sind zusammen nicht zu erreichen; darum wird nichts vorgeschlagen.",
                "The floors that were asked for cannot be met together, so nothing is proposed.")
        case .ownerLimit(let needed, let left):
            Wording(
                "Der Bedarf braucht \(euros(needed, ",")) Euro; der Träger darf nur noch \(euros(left, ",")) erhalten.",
                "The need takes \(euros(needed, ".")) euros; its carrier may get only \(euros(left, ".")) more."
            )
        }
    }

    /// What stands in the way of covering areas better.
    package func sentence(_ cut: Cut) -> Wording {
        let names = cut.groups.map { areaNames[$0] }.joined(separator: ", ")
        let most = percent(cut.level)
        return Wording(
            "\(names): höchstens \(most) %. \(parts(cut.barrier, cut.groups).de)",
            "\(names): at most \(most)%. \(parts(cut.barrier, cut.groups).en)")
    }

    /// Why the floors cannot be met.
    package func sentence(_ conflict: FloorConflict) -> Wording {
        let names = conflict.groups.map { areaNames[$0] }.joined(separator: ", ")
        let (wanted, reachable) = (conflict.wanted, conflict.reachable)
        return Wording(
            "\(names): Die Untergrenzen verlangen \(Self.euros(wanted, ",")) Euro, erreichbar sind "
                + "\(Self.euros(reachable, ",")). \(parts(conflict.barrier, conflict.groups).de)",
            "\(names): the floors ask for \(Self.euros(wanted, ".")) euros, \(Self.euros(reachable, ".")) can be had. "
                + parts(conflict.barrier, conflict.groups).en)
    }

    private func parts(_ barrier: Barrier, _ groups: [Int]) -> Wording {
        let parts = [
            Self.counted(
                barrier.funds.count, ("Angebot ist ausgeschöpft", "offer is used up"),
                ("Angebote sind ausgeschöpft", "offers are used up")),
            Self.counted(
                barrier.edges.count,
                ("Paar trägt, was sein Angebot höchstens gibt", "pair carries the most its offer gives"),
                ("Paare tragen, was ihr Angebot höchstens gibt", "pairs carry the most their offers give")),
            Self.counted(
                barrier.claims.count, ("Bedarf erhält das Höchste", "need gets the most it can"),
                ("Bedarfe erhalten das Höchste", "needs get the most they can")),
            Self.counted(
                barrier.owners.count,
                ("Träger erhält, was er höchstens darf", "carrier gets the most it may"),
                ("Träger erhalten, was sie höchstens dürfen", "carriers get the most they may")),
            Self.counted(
                groups.reduce(0) { $0 + unfitted[$1] },
                ("Bedarf passt zu keinem Angebot", "need fits no offer"),
                ("Bedarfe passen zu keinem Angebot", "needs fit no offer")),
        ].compactMap { $0 }
        guard !parts.isEmpty else { return Wording("Kein Angebot passt dorthin.", "No offer fits there.") }
        return Wording(
            parts.map(\.de).joined(separator: "; ") + ".", parts.map(\.en).joined(separator: "; ") + ".")
    }

    private static func counted(
        _ count: Int, _ one: (de: String, en: String), _ many: (de: String, en: String)
    ) -> Wording? {
        let words = count == 1 ? one : many
        return count == 0 ? nil : Wording("\(count) \(words.de)", "\(count) \(words.en)")
    }

    private func percent(_ level: Fraction) -> Int64 { level.of(100) }

    private static func euros(_ cents: Int64, _ mark: String) -> String {
        let rest = cents % 100
        return rest == 0 ? "\(cents / 100)" : "\(cents / 100)\(mark)\(rest < 10 ? "0" : "")\(rest)"
    }
}
