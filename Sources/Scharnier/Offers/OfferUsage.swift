extension Offer {
    /// What of an offer is reserved or promised in one of its periods.
    ///
    /// The amount of an earlier period says nothing about the present one: capacity renews at the boundary.
    package struct Usage: Equatable, Sendable {
        /// The first day of the period that the amounts belong to; `nil` while nothing was ever used.
        package var periodStart: Day?
        package var held: Int64
        package var committed: Int64

        /// Amounts in the offer's own measure.
        package init(periodStart: Day? = nil, held: Int64 = 0, committed: Int64 = 0) {
            self.periodStart = periodStart
            self.held = held
            self.committed = committed
        }
    }

    /// The first day of the capacity period in which `day` lies; days are those of the city.
    package func periodStart(of day: Day) -> Day {
        let (year, month, _) = day.parts
        let start =
            switch content.period {
            case .once: Day(number: 0)
            case .month: Day(year: year, month: month, day: 1)
            case .quarter: Day(year: year, month: (month - 1) / 3 * 3 + 1, day: 1)
            case .year: Day(year: year, month: 1, day: 1)
            }
        return start ?? day
    }

    /// The first day of the capacity period after the one that begins on `start`.
    func nextPeriod(after start: Day) -> Day? {
        // Longer than any period less one, and shorter than two of them.
        let step: Int? =
            switch content.period {
            case .once: nil
            case .month: 31
            case .quarter: 92
            case .year: 366
            }
        return step.map { periodStart(of: start.adding($0)) }
    }

    /// What is used in the period of `day`.
    package func usage(on day: Day) -> Usage {
        let start = periodStart(of: day)
        return usage.periodStart == start ? usage : Usage(periodStart: start)
    }

    /// Carries what is used on `day` over into the present kind of period.
    ///
    /// A change of the period must not make what was promised available again.
    mutating func keepUsage(of old: Offer, on day: Day) {
        let used = old.usage(on: day)
        usage = Usage(periodStart: periodStart(of: day), held: used.held, committed: used.committed)
    }

    /// What can still be taken on `day`; an inexhaustible offer has as much as anyone may ask for.
    package func available(on day: Day) -> Int64 {
        if content.isInexhaustible { return content.maximum ?? Quantity.cents.upperBound }
        let used = usage(on: day)
        return max(0, (content.quantity ?? 0) - used.held - used.committed)
    }

    /// Reserves `amount` on `day`; `false`, and nothing changed, if there is not enough.
    package mutating func hold(_ amount: Int64, on day: Day) -> Bool {
        guard amount <= available(on: day) else { return false }
        usage = usage(on: day)
        usage.held += amount
        reserve(on: day)
        return true
    }

    /// Frees what was reserved on `placed`; of an earlier period there is nothing left to free.
    package mutating func release(_ amount: Int64, placedOn placed: Day, on day: Day) {
        if periodStart(of: placed) == usage.periodStart { usage.held = max(0, usage.held - amount) }
        reserve(on: day)
    }

    /// Promises `amount` on `day`; `false`, and nothing changed, if there is not enough.
    package mutating func commit(_ amount: Int64, on day: Day) -> Bool {
        guard amount <= available(on: day) else { return false }
        usage = usage(on: day)
        usage.committed += amount
        reserve(on: day)
        return true
    }

    /// Frees what was promised on `taken`; of an earlier period there is nothing left to free.
    package mutating func uncommit(_ amount: Int64, takenOn taken: Day, on day: Day) {
        if periodStart(of: taken) == usage.periodStart { usage.committed = max(0, usage.committed - amount) }
        reserve(on: day)
    }

    /// Recomputes the state from what is used (domain.md §5.4, `reserve`).
    package mutating func reserve(on day: Day) {
        guard [.active, .partlyReserved, .exhausted].contains(status) else { return }
        let used = usage(on: day)
        if available(on: day) == 0 {
            status = .exhausted
        } else {
            status = used.held + used.committed > 0 ? .partlyReserved : .active
        }
    }
}
