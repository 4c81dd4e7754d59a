extension Pair {
    /// What every gate says, in the order of domain.md §7.2; none is left out because another one failed.
    func findings() -> Findings {
        var found = Findings()
        found.add(.needNotLive, .init(need.isLive && item.open > 0))
        found.add(.offerNotLive, .init(offer.isLive))
        found.add(.notVisible, visibility)
        addThings(to: &found)
        addPlace(to: &found)
        addPreferences(to: &found)
        addOrganizations(to: &found)
        return found
    }

    private var visibility: Findings.State {
        let asksBroker = need.content.visibility == .brokered
        let givesBroker = given.visibility == .brokered
        guard asksBroker || givesBroker else { return .omitted }
        let mayGiverSee = !asksBroker || need.introduced.contains(offer.organization)
        let mayAskerSee = !givesBroker || offer.introduced.contains(need.carrier)
        return .init(mayGiverSee && mayAskerSee)
    }

    /// What is asked for and how much of it.
    private func addThings(to found: inout Findings) {
        found.add(.kindMismatch, .init(kinship != .none))
        found.add(.unitMismatch, unit)
        found.add(.categoryMismatch, category)
        found.add(.conditionMismatch, condition)
        let isMoney = asked.kind == .money
        found.add(.quantityInsufficient, isMoney ? .omitted : sufficiency)
        found.add(.amountOutOfRange, isMoney ? sufficiency : .omitted)
    }

    private var unit: Findings.State {
        guard asked.kind != .money, given.kind != .money else { return .omitted }
        guard asked.unit != nil, given.unit != nil else { return .isOpen }
        return .init(Measure(asked, given) != nil)
    }

    private var category: Findings.State {
        guard !line.categories.isEmpty, !giving.categories.isEmpty else { return .omitted }
        return .init(categoryKinship != .none)
    }

    private var condition: Findings.State {
        guard asked.kind == .goods, asked.condition != .any else { return .omitted }
        return .init(asked.condition == .good || given.condition == .new)
    }

    private var sufficiency: Findings.State {
        guard let measure = Measure(asked, given) else { return .omitted }
        guard let available = giving.available else { return .isOpen }
        return .init(
            measure.suffices(
                open: item.open, minimum: asked.minimum, available: available, offerMinimum: given.minimum))
    }

    /// When, where and for how long.
    private func addPlace(to found: inout Findings) {
        found.add(.windowMismatch, .init(giving.window.serves(line.window)))
        found.add(.areaOutOfScope, scope)
        let isRemote = asked.isRemoteOK || asked.kind == .money || asked.kind == .contacts
        found.add(.notRemote, given.reach == .digital ? .init(isRemote) : .omitted)
        found.add(.horizonExcluded, horizon)
    }

    private var scope: Findings.State {
        guard let reach = given.reach else { return .isOpen }
        guard reach == .area else { return .omitted }
        let isStated = !given.areas.isEmpty && (asking.isCityWide || !need.content.beneficiaryAreas.isEmpty)
        return isStated ? .init(areaFit != .none) : .isOpen
    }

    private var horizon: Findings.State {
        let takesAll = given.horizons.count == Horizon.allCases.count
        guard let horizon = need.content.horizon else { return takesAll ? .passes : .isOpen }
        return .init(given.horizons.contains(horizon))
    }

    /// What one side makes a condition of.
    private func addPreferences(to found: inout Findings) {
        let content = need.content
        found.add(
            .topicExcluded, overlap(of: content.topics, with: given.topics, isStrict: given.areTopicsStrict))
        found.add(
            .targetGroupExcluded,
            overlap(of: content.targetGroups, with: given.targetGroups, isStrict: given.areTargetGroupsStrict)
        )
        found.add(
            .skillsMissing,
            asked.areSkillsMandatory ? inclusion(of: asked.skills, in: given.skills) : .omitted)
        let isRoom = given.kind == .room
        found.add(
            .accessibilityUnmet,
            isRoom ? inclusion(of: asked.accessibility, in: given.accessibility) : .omitted)
        found.add(.safeguardingUnmet, safeguarding)
    }

    private func overlap(of mine: [String], with theirs: [String], isStrict: Bool) -> Findings.State {
        guard isStrict, !theirs.isEmpty else { return .omitted }
        return mine.isEmpty ? .isOpen : .init(mine.contains { theirs.contains($0) })
    }

    private func inclusion(of wanted: [String], in stated: [String]) -> Findings.State {
        guard !wanted.isEmpty else { return .omitted }
        return stated.isEmpty ? .isOpen : .init(wanted.allSatisfy { stated.contains($0) })
    }

    private var safeguarding: Findings.State {
        switch asked.safeguarding {
        case .none: .omitted
        case .supervisedOnly: .init(given.safeguarding != .none)
        case .extendedCertificate: .init(given.safeguarding == .certificateAvailable)
        }
    }
}
