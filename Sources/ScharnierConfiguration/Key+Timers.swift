import Scharnier

/// How long things may wait (domain.md §5.1); what waits already keeps its moment.
extension Key {
    static let timers: [Key] = [
        .integer(
            "answer_days", \.timers.answer.days, days,
            "Tage, nach denen ein unbeantworteter Vorschlag verfällt.",
            "Days after which an unanswered proposal lapses."),
        .integer(
            "answer_days_acute", \.timers.answer.acuteDays, days,
            "Dasselbe bei akuten Bedarfen.", "The same for acute needs."),
        .integer(
            "hold_days", \.timers.hold.days, days,
            "Tage, die eine Reservierung hält; zweimal verlängerbar.",
            "Days that a reservation lasts; it can be extended twice."),
        .integer(
            "hold_days_acute", \.timers.hold.acuteDays, days,
            "Dasselbe bei akuten Bedarfen.", "The same for acute needs."),
        .integer(
            "need_stale_days", \.timers.needStale.days, days,
            "Tage, nach denen ein nicht bestätigter Bedarf ruht.",
            "Days after which a need that nobody confirmed rests."),
        .integer(
            "need_stale_days_acute", \.timers.needStale.acuteDays, days,
            "Dasselbe bei akuten Bedarfen.", "The same for acute needs."),
        .integer(
            "need_stale_days_permanent", \.timers.permanentNeedStaleDays, days,
            "Dasselbe bei dauerhaften Bedarfen.", "The same for needs that last."),
        .integer(
            "offer_stale_days", \.timers.offerStaleDays, days,
            "Tage, nach denen ein nicht bestätigtes Angebot ruht.",
            "Days after which an offer that nobody confirmed rests."),
        .integer(
            "acknowledge_days", \.timers.acknowledge.days, days,
            "Tage, in denen der Träger sagt, ob Geliefertes angekommen ist.",
            "Days in which the carrier says whether what was delivered has arrived."),
        .integer(
            "acknowledge_days_acute", \.timers.acknowledge.acuteDays, days,
            "Dasselbe bei akuten Bedarfen.", "The same for acute needs."),
        .integer(
            "outcome_days", \.timers.outcomeDays, days,
            "Tage, in denen beide Seiten sagen, was aus einer Vereinbarung geworden ist.",
            "Days in which both sides say what came of a commitment."),
        .integer(
            "link_days", \.timers.linkDays, 1...90,
            "Tage, die ein Link zum Bestätigen oder Eintragen gilt.",
            "Days that a link for confirming or entering works."),
        .integer(
            "verify_working_days", \.timers.verifyWorkingDays, 1...60,
            "Arbeitstage, in denen Eingereichtes geprüft wird.",
            "Working days in which what is submitted is looked at."),
        .integer(
            "stale_notice_days", \.timers.staleNotice.days, 0...365,
            "Tage, die jemand vorher gebeten wird, etwas zu bestätigen.",
            "Days ahead that somebody is asked to confirm something."),
        .integer(
            "stale_notice_days_acute", \.timers.staleNotice.acuteDays, 0...365,
            "Dasselbe bei akuten Bedarfen.", "The same for acute needs."),
    ]

    /// Up to three years: what waits longer is forgotten.
    private static let days = 1...1096
}
