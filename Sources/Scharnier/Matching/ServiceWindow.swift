/// The days on which something is wanted or given, for the gate `window_mismatch` (domain.md §7.2).
struct ServiceWindow: Sendable {
    /// Numbers of days, from the first up to, but not including, `end`.
    private var first = Int32.min
    private var end = Int32.max

    /// The exact span of a shift.
    private var shift: Range<Instant>?

    /// When a line is wanted: its shift, its frame, or else from today to the day it is needed by.
    init(asked item: NeedItem.Content, by need: Need.Content, on today: Day) {
        guard !take(item.schedule) else { return }
        first = max(today, need.period?.from ?? today).number
        // `needed_by_on` is the last day, a period ends before its last one.
        end = need.neededByOn?.adding(1).number ?? need.period?.to?.number ?? .max
    }

    /// When an offer can be had: in its shift, its frame, or else from today on; and while it is available.
    init(given offer: Offer.Content, on today: Day) {
        if !take(offer.schedule) { first = today.number }
        narrow(to: offer.available)
    }

    /// Whether an offer with this window can serve: a shift as a whole, anything else on at least one day.
    func serves(_ asked: ServiceWindow) -> Bool {
        guard let wanted = asked.shift else { return max(first, asked.first) < min(end, asked.end) }
        guard first <= asked.first, asked.end <= end else { return false }
        return shift.map { $0.lowerBound <= wanted.lowerBound && wanted.upperBound <= $0.upperBound } ?? true
    }

    /// Takes the days of a shift or a frame; `false` for an open schedule.
    private mutating func take(_ schedule: Schedule) -> Bool {
        switch schedule.kind {
        case .shift:
            guard let start = schedule.startsAt, let end = schedule.endsAt, start < end else { return false }
            shift = start..<end
            first = LocalTime.day(at: start).number
            self.end = LocalTime.day(at: Instant(milliseconds: end.milliseconds - 1)).adding(1).number
        case .frame:
            guard schedule.days.from != nil || schedule.days.to != nil else { return false }
            narrow(to: schedule.days)
        case .open:
            return false
        }
        return true
    }

    private mutating func narrow(to days: DayRange) {
        first = max(first, days.from?.number ?? .min)
        end = min(end, days.to?.number ?? .max)
    }
}
