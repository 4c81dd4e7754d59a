/// Who gets the members that not everyone gets, by hand from domain.md §4.
///
/// A member of the contract with `x-closeness` or `x-visible-to` is a row here. With a text that ``CanaryWorld`` plants
/// it is looked for everywhere; without one (a flag, a word of a list) by its name in its record.
enum CanaryTable {
    /// Names of ``MatrixCaller``; the public is nobody's name.
    static let seers: [String: Set<String>] = [
        "AreaAssignment.contact_id": ["city"],
        "AreaAssignment.handover_note": ["officer", "city"],
        "Organization.economic_activity": ["carrier", "city"],
        "Organization.w_id_nr": ["carrier", "city"],
        "Organization.cooperation": ["carrier", "city"],
        "Organization.tax_status": ["carrier", "city"],
        "Seat.street": ["carrier", "city"],
        "Seat.postal_code": ["carrier", "city"],
        "OrganizationVerification.note": ["city"],
        "Need.recorded_by": ["carrier", "officer", "city"],
        "Need.compulsory_public_task": ["carrier", "officer", "city"],
        "Need.started_on": ["carrier", "officer", "city"],
        "Need.no_public_funding": ["carrier", "officer", "city"],
        "Need.needs_review": ["carrier", "officer", "city"],
        "Need.missing": ["carrier", "officer", "city"],
        "Need.contact_id": ["carrier", "city"],
        "Need.created_by": ["city"],
        "Idea.adopted_need_id": ["company", "officer", "city"],
        "Idea.created_by": ["city"],
        "AllocationPlan.created_by": ["city"],
        "Programme.created_by": ["city"],
        "Site.address": ["carrier", "officer", "city"],
        "Offer.organization_id": ["company", "city"],
        "Offer.contact_id": ["company", "city"],
        "Offer.created_by": ["city"],
        "Introduction.supplier_id": ["carrier", "company", "officer", "city"],
        // Who wrote it reads it again in the log.
        "Introduction.decline.note": ["carrier", "officer", "city"],
        "Transition.note": ["carrier", "officer", "city"],
    ]

    /// Members that are no record's: each with the reason.
    static let elsewhere = [
        "Readiness.checks": "the state of the service; ReadinessTests",
        "Meta.version": "the version of the program; OperationTests",
        "AllocationPlanSummary.created_by": "the same plan in a list; AllocationPlanRoutesTests",
        "RowError.min": "of the caller's own rows", "RowError.max": "of the caller's own rows",
        "RowError.allowed": "of the caller's own rows",
    ]
}
