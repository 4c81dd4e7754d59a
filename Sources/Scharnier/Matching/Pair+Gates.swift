extension Pair {
    /// What every gate says, in the order of domain.md §7.2; none is left out because another one failed.
    func findings() -> Findings {
        var found = Findings()
        found.add(.needNotLive, .init(asking.isLive && line.open > 0))
        found.add(.offerNotLive, .init(giving.isLive))
        found.add(.notVisible, visibility)
        addThings(to: &found)
        addPlace(to: &found)
        addPreferences(to: &found)
        addOrganizations(to: &found)
        return found
    }

    private var visibility: Findings.State {
        let asksBroker = asking.content.visibility == .brokered
        let givesBroker = giving.content.visibility == .brokered
        guard asksBroker || givesBroker else { return .omitted }
        let mayGiverSee = !asksBroker || asking.need.introduced.contains(giving.supplierID)
        let mayAskerSee = !givesBroker || giving.offer.introduced.contains(asking.carrierID)
        return .init(mayGiverSee && mayAskerSee)
    }

    /// What is asked for and how much of it.
    private func addThings(to found: inout Findings) {
        found.add(.kindMismatch, .init(kinship != .none))
        found.add(.unitMismatch, unit)
        found.add(.categoryMismatch, category)
        found.add(.conditionMismatch, condition)
        let isMoney = line.kind == .money
        found.add(.quantityInsufficient, isMoney ? .omitted : sufficiency)
        found.add(.amountOutOfRange, isMoney ? sufficiency : .omitted)
    }

    private var unit: Findings.State {
        guard line.kind != .money, giving.kind != .money else { return .omitted }
        guard line.content.unit != nil, giving.content.unit != nil else { return .isOpen }
        return .init(measure != nil)
    }

    private var category: Findings.State {
        guard !line.categories.isEmpty, !giving.categories.isEmpty else { return .omitted }
        return .init(categoryKinship != .none)
    }

    private var condition: Findings.State {
        guard line.kind == .goods, line.content.condition != .any else { return .omitted }
        return .init(line.content.condition == .good || giving.content.condition == .new)
    }

    private var sufficiency: Findings.State {
        guard let measure else { return .omitted }
        guard let available = giving.available else { return .isOpen }
        return .init(
            measure.suffices(
                open: line.open, minimum: line.content.minimum, available: available,
                offerMinimum: giving.content.minimum))
    }

    /// When, where and for how long.
    private func addPlace(to found: inout Findings) {
        found.add(.windowMismatch, .init(giving.window.serves(line.window)))
        found.add(.areaOutOfScope, scope)
        let isRemote = line.content.isRemoteOK || line.kind == .money || line.kind == .contacts
        found.add(.notRemote, giving.content.reach == .digital ? .init(isRemote) : .omitted)
        found.add(.horizonExcluded, horizon)
    }

    private var scope: Findings.State {
        guard let reach = giving.content.reach else { return .isOpen }
        guard reach == .area else { return .omitted }
        let isStated =
            !giving.content.areas.isEmpty && (asking.isCityWide || !asking.content.beneficiaryAreas.isEmpty)
        return isStated ? .init(areaFit != .none) : .isOpen
    }

    private var horizon: Findings.State {
        let takesAll = giving.content.horizons.count == Horizon.allCases.count
        guard let horizon = asking.content.horizon else { return takesAll ? .passes : .isOpen }
        return .init(giving.content.horizons.contains(horizon))
    }

    /// What one side makes a condition of.
    private func addPreferences(to found: inout Findings) {
        let content = asking.content
        found.add(
            .topicExcluded,
            overlap(of: content.topics, with: giving.content.topics, isStrict: giving.content.areTopicsStrict)
        )
        found.add(
            .targetGroupExcluded,
            overlap(
                of: content.targetGroups, with: giving.content.targetGroups,
                isStrict: giving.content.areTargetGroupsStrict)
        )
        found.add(
            .skillsMissing,
            line.content.areSkillsMandatory
                ? inclusion(of: line.content.skills, in: giving.content.skills) : .omitted)
        let isRoom = giving.kind == .room
        found.add(
            .accessibilityUnmet,
            isRoom ? inclusion(of: line.content.accessibility, in: giving.content.accessibility) : .omitted)
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
        switch line.content.safeguarding {
        case .none: .omitted
        case .supervisedOnly: .init(giving.content.safeguarding != .none)
        case .extendedCertificate: .init(giving.content.safeguarding == .certificateAvailable)
        }
    }
}
