/// How long things may wait: the city's choice, with the defaults of domain.md §5.1.
package struct TimerRules: Equatable, Sendable {
    /// Until an unanswered proposal lapses (`answer_due`).
    package var answer = Span(14, acute: 3)

    /// That a reservation lasts; it can be extended twice (`hold`).
    package var hold = Span(30, acute: 7)

    /// After which a need that nobody confirmed is doubtful (`need_stale`).
    package var needStale = Span(90, acute: 14)

    /// The same for needs that last.
    package var permanentNeedStaleDays = 180

    /// After which an offer that nobody confirmed is doubtful (`offer_stale`).
    package var offerStaleDays = 180

    /// Working days in which what is submitted is looked at (`verify_due`).
    package var verifyWorkingDays = 5

    /// Until the carrier says whether it has got what was delivered (`acknowledge_due`).
    package var acknowledge = Span(14, acute: 5)

    /// Until both sides say what came of a commitment (`outcome_due`).
    package var outcomeDays = 28

    /// Before something is doubtful, that its owner is asked to confirm it (`stale_notice`).
    package var staleNotice = Span(14, acute: 3)

    /// In which recipients say that they adjusted or erased their copies (`erasure_ack`).
    package var erasureAcknowledgementDays = 7

    /// That a link works by which somebody confirms or enters something without a token (`intake_link`).
    package var linkDays = 14

    /// The specification's defaults.
    package init() {}

    /// A number of days, which is another one where help is needed at once.
    package struct Span: Equatable, Sendable {
        package var days: Int
        package var acuteDays: Int

        /// So many days of 24 hours, and so many for acute needs.
        package init(_ days: Int, acute acuteDays: Int) {
            self.days = days
            self.acuteDays = acuteDays
        }

        /// The days for a need of this horizon.
        package func days(for horizon: Horizon?) -> Int { horizon == .acute ? acuteDays : days }
    }

    /// After how many days a need of this horizon is doubtful.
    package func needStaleDays(_ horizon: Horizon?) -> Int {
        horizon == .permanent ? permanentNeedStaleDays : needStale.days(for: horizon)
    }
}
