extension Commitment {
    /// How much of a line was given, or has arrived.
    package struct Portion: Equatable, Sendable {
        package let item: Identifier<NeedItem>

        /// In the line's own measure.
        package let quantity: Int64

        /// A part of a line.
        package init(item: Identifier<NeedItem>, quantity: Int64) {
            self.item = item
            self.quantity = quantity
        }
    }

    /// Notes what the supplier says it has given: whatever is left, unless told otherwise.
    ///
    /// - Throws: ``Refusal/invalid(_:)`` for more than is left.
    mutating func deliver(_ facts: TransitionFacts, at now: Instant) throws(Refusal) {
        let left = lines.map { Portion(item: $0.content.item, quantity: $0.content.quantity - $0.delivered) }
        let portions: [Portion] = facts.portions ?? left.filter { $0.quantity > 0 }
        try check(portions, least: 1) { $0.content.quantity - $0.delivered }
        for portion in portions {
            guard let index = lines.firstIndex(where: { $0.content.item == portion.item }) else { continue }
            lines[index].delivered += portion.quantity
            deliveries.append(
                .init(item: portion.item, quantity: portion.quantity, note: facts.note, at: now))
        }
        status = isDelivered ? .delivered : .inDelivery
    }

    /// Notes what the carrier says it has got: all that was delivered, unless told otherwise.
    ///
    /// - Throws: ``Refusal/invalid(_:)`` for more than was delivered; of a line that is not named nothing arrived.
    mutating func acknowledge(_ facts: TransitionFacts, at now: Instant) throws(Refusal) {
        let portions: [Portion] =
            facts.portions ?? lines.map { Portion(item: $0.content.item, quantity: $0.delivered) }
        try check(portions, least: 0) { $0.delivered }
        for portion in portions {
            guard let index = lines.firstIndex(where: { $0.content.item == portion.item }) else { continue }
            lines[index].acknowledged = portion.quantity
        }
        acknowledgement = .init(at: now, note: facts.note)
    }

    /// How many portions one event can name: more can be delivered later.
    static let portionCount = 1...30

    private func check(
        _ portions: [Portion], least: Int64, most: (Line) -> Int64
    ) throws(Refusal) {
        var found = Violation.count(of: portions, Self.portionCount, at: "lines")
        for (index, portion) in portions.enumerated() {
            guard let line = lines.first(where: { $0.content.item == portion.item }) else {
                found.append(.init("lines/\(index)/need_item_id", .referenceNotFound, .noSuchReference))
                continue
            }
            found += Violation.range(
                of: portion.quantity, least...max(least, most(line)), at: "lines/\(index)/quantity")
        }
        if Set(portions.map(\.item)).count < portions.count {
            found.append(
                .init("lines", .notUnique, Wording("Eine Position steht doppelt.", "An item is there twice."))
            )
        }
        guard found.isEmpty else { throw .invalid(found) }
    }

    /// Sets until when the step that comes next should be done (domain.md §5.1).
    mutating func wait(at now: Instant, by timers: TimerRules, horizon: Horizon?) {
        switch status {
        case .confirmed, .inDelivery:
            waitsUntil = content.deliveryDueOn.map { LocalTime.start(of: $0.adding(1)) }
        case .delivered: waitsUntil = now.adding(days: timers.acknowledge.days(for: horizon))
        case .acknowledged: waitsUntil = now.adding(days: timers.outcomeDays)
        case .drafted, .evaluated, .closed, .disputed, .cancelled, .discarded: waitsUntil = nil
        }
    }

    /// Goes on after a dispute as it was decided.
    ///
    /// - Throws: ``Refusal/invalid(_:)`` for a state that is no decision, or that the deliveries contradict.
    mutating func settle(at now: Instant, by timers: TimerRules, horizon: Horizon?) throws(Refusal) {
        let decisions: [Status] =
            isDelivered ? [.delivered, .cancelled] : [.inDelivery, .delivered, .cancelled]
        let hasDelivered = lines.contains { $0.delivered > 0 }
        let allowed = decisions.filter { $0 != .delivered || hasDelivered }
        guard allowed.contains(status) else {
            let text = Wording("So kann der Streit nicht enden.", "The dispute cannot end so.")
            throw .invalid([.init("to", .notInEnum, text, allowed: allowed.map(\.rawValue))])
        }
        wait(at: now, by: timers, horizon: horizon)
    }
}
