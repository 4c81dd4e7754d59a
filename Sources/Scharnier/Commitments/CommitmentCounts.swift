// What a commitment takes of need and offer: functions of its state alone, so that each change applies a difference
// and nothing can be taken or given back twice.

extension Commitment {
    /// How much of the need's line it promises, in the line's measure.
    ///
    /// What the carrier did not get is asked for again once it has said so; what was given before a cancellation stays.
    package func promised(_ item: Identifier<NeedItem>) -> Int64 {
        count(item) { line in
            switch status {
            case .discarded: 0
            case .cancelled: line.delivered
            case .acknowledged, .evaluated, .closed: line.acknowledged
            case .drafted, .confirmed, .inDelivery, .delivered, .disputed: line.content.quantity
            }
        }
    }

    /// How much of the need's line is fulfilled by it: what both sides say was given.
    package func fulfilled(_ item: Identifier<NeedItem>) -> Int64 {
        [.acknowledged, .evaluated, .closed].contains(status) ? count(item) { $0.acknowledged } : 0
    }

    /// How much of the need's line it takes of the offer, in the measure of the need: what was given is gone.
    package func used(_ item: Identifier<NeedItem>) -> Int64 {
        count(item) { line in
            switch status {
            case .discarded: 0
            case .cancelled, .acknowledged, .evaluated, .closed: line.delivered
            case .drafted, .confirmed, .inDelivery, .delivered, .disputed: line.content.quantity
            }
        }
    }

    private func count(_ item: Identifier<NeedItem>, _ part: (Line) -> Int64) -> Int64 {
        guard takenAt != nil, let line = lines.first(where: { $0.content.item == item }) else { return 0 }
        return part(line)
    }

    /// How much of the offer it takes, in the offer's measure.
    package func used(of offer: Offer) -> Int64 {
        lines.reduce(0) { sum, line in
            let measure = Measure(
                asked: (line.kind, line.unit), given: (offer.content.kind, offer.content.unit))
            let quantity = used(line.content.item)
            return sum + (measure?.given(for: quantity) ?? quantity)
        }
    }
}

extension Need {
    /// Brings its lines to what a commitment counts for, and its state to what its lines say.
    ///
    /// - Throws: ``Refusal/guardFailed(_:)`` `capacity_exhausted` if more would be promised than is asked for.
    mutating func count(_ new: Commitment, after old: Commitment?) throws(Refusal) {
        let touched = Set((new.lines + (old?.lines ?? [])).map(\.content.item))
        for index in items.indices where touched.contains(items[index].id) {
            let id = items[index].id
            let more = new.promised(id) - (old?.promised(id) ?? 0)
            guard more <= items[index].open || more <= 0 else {
                throw .guardFailed([.capacityExhausted(left: items[index].open)])
            }
            items[index].committed += more
            items[index].fulfilled += new.fulfilled(id) - (old?.fulfilled(id) ?? 0)
        }
        // A line that left its need in the meantime cannot be promised.
        guard
            new.lines.allSatisfy({ line in
                new.promised(line.content.item) == 0 || items.contains { $0.id == line.content.item }
            })
        else { throw .guardFailed([.capacityExhausted(left: 0)]) }
        cover()
    }
}

extension Offer {
    /// Brings what is used of it to what a commitment counts for; of an earlier period nothing is left to give back.
    ///
    /// - Throws: ``Refusal/guardFailed(_:)`` `capacity_exhausted` if there is not enough left.
    mutating func count(_ new: Commitment, after old: Commitment?, on day: Day) throws(Refusal) {
        let (before, after) = (old?.used(of: self) ?? 0, new.used(of: self))
        if old?.takenAt == new.takenAt, after <= before {
            if let taken = new.takenAt {
                uncommit(before - after, takenOn: LocalTime.day(at: taken), on: day)
            }
            return
        }
        if let taken = old?.takenAt { uncommit(before, takenOn: LocalTime.day(at: taken), on: day) }
        guard commit(after, on: day) else {
            throw .guardFailed([.capacityExhausted(left: available(on: day))])
        }
    }
}
