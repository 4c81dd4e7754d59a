/// The columns of lists that are exported as tables: the members of the items, also within others (api.md §9).
///
/// They are those of the contract, which a test compares. Lists of codes stand in one cell, separated by blanks; lists
/// of objects as JSON.
enum ExportColumns {
    /// The columns of a list, by the template of its route; nil for a list that is not exported.
    static func of(_ template: String) -> [String]? { lists[template] }

    private static let lists: [String: [String]] = [
        "/v1/needs": needs.words,
        "/v1/offers": offers.words,
        "/v1/organizations": organizations.words,
        "/v1/introductions": introductions.words,
        "/v1/areas": areas.words,
        "/v1/indicators": indicators.words,
        "/v1/taxonomy-terms": taxonomyTerms.words,
        "/v1/programmes": programmes.words,
        "/v1/ideas": ideas.words,
    ]

    private static let needs = """
        id version created_at updated_at revision status carrier_id host_organization_id title text \
        plain_summary horizon needed_by_on period.from_on period.to_on review_on beneficiary_area_ids \
        city_wide site.name site.address site.area_id topics target_groups action_fields beneficiary_count \
        participation own_steps otherwise_unavailable self_help counterpart alternatives_welcome visibility \
        items coverage.committed_bp coverage.fulfilled_bp freshness.confirmed_at freshness.stale_at \
        verification.by_role verification.at verification.revision published_at close.outcome \
        close.reason_code close.note recorded_by.on_behalf recorded_by.officer_area_id \
        compulsory_public_task started_on no_public_funding needs_review missing contact_id created_by
        """

    private static let offers = """
        id version created_at updated_at revision status supplier_kind organization_id kind title text \
        category reach area_ids topics strict_topics target_groups strict_target_groups horizons quantity \
        unit min_per_commitment max_per_commitment budget_cents min_per_commitment_cents \
        max_per_commitment_cents capacity_period inexhaustible usage.period_start_on usage.held \
        usage.committed available.from_on available.to_on schedule.type schedule.starts_at schedule.ends_at \
        schedule.from_on schedule.to_on schedule.hours_per_week condition skills languages accessibility \
        safeguarding_ready engagement_form counterpart_wish legal_nature publicity conditions visibility \
        freshness.confirmed_at freshness.stale_at activated_at contact_id created_by
        """

    private static let organizations = """
        id version created_at updated_at revision status kind name short_name legal_form grant_making \
        economic_activity register.court register.type register.number w_id_nr size migrant_led \
        local_economy umbrella_organization_id publicity_default seat.street seat.postal_code seat.city \
        seat.area_id seat_public active_area_ids topics target_groups languages profile goals \
        selection_criteria website transparency.general_data.published transparency.general_data.url \
        transparency.general_data.as_of_on transparency.statutes_and_aims.published \
        transparency.statutes_and_aims.url transparency.statutes_and_aims.as_of_on \
        transparency.tax_notice_date.published transparency.tax_notice_date.url \
        transparency.tax_notice_date.as_of_on transparency.decision_makers.published \
        transparency.decision_makers.url transparency.decision_makers.as_of_on \
        transparency.activity_report.published transparency.activity_report.url \
        transparency.activity_report.as_of_on transparency.staff.published transparency.staff.url \
        transparency.staff.as_of_on transparency.origin_of_means.published transparency.origin_of_means.url \
        transparency.origin_of_means.as_of_on transparency.use_of_means.published \
        transparency.use_of_means.url transparency.use_of_means.as_of_on transparency.affiliations.published \
        transparency.affiliations.url transparency.affiliations.as_of_on transparency.large_donors.published \
        transparency.large_donors.url transparency.large_donors.as_of_on transparency.score \
        cooperation.questionnaire_version cooperation.answers cooperation.counterpart_text \
        cooperation.readiness verification.status verification.method verification.by verification.at \
        verification.note stewarded steward_area_id receipt_capable tax_status.basis tax_status.notice_on \
        tax_status.later_notice tax_status.tax_office tax_status.purposes tax_status.source \
        tax_status.confirmed_by tax_status.confirmed_at tax_status.receipt_capable \
        tax_status.receipt_capable_until_on
        """

    private static let introductions = """
        id version created_at updated_at status need_id offer_id carrier_id supplier_id host_organization_id \
        broker.organization_id broker.role proposer_id channel message override_reason reason.points \
        reason.rule_version lines answers.carrier_accepted_at answers.supplier_accepted_at waiting_on \
        answer_due_at decline.side decline.reason_code decline.note holds contacts
        """

    private static let areas = """
        id version created_at updated_at type code name aliases parent_id valid_from_on valid_to_on \
        decided_on decision_text population area_ha supervising_unit geometry_status centroid.lat \
        centroid.lon relations
        """

    private static let indicators = """
        code name_de name_en unit polarity domain method
        """

    private static let programmes = """
        id version created_at updated_at status organization_id type title summary award_kind policy.version \
        policy.valid_from_on policy.valid_to_on policy.legal_basis policy.source_url policy.verification \
        policy.confirmed_on policy.financing_type policy.min_cents policy.max_cents policy.max_share_bp \
        policy.own_share_min_bp policy.horizons policy.topics policy.target_groups policy.area_ids \
        policy.recipient_kinds policy.documents policy.started_projects policy.rolling policy.note calls \
        awards created_by
        """

    private static let ideas = """
        id version created_at updated_at status organization_id title text area_ids topics adopted_need_id \
        created_by
        """

    private static let taxonomyTerms = """
        id version created_at updated_at scheme code label_de label_en definition_de definition_en \
        parent_code kind valid_from_on valid_to_on replaced_by
        """
}

extension String {
    fileprivate var words: [String] { split(separator: " ").map(String.init) }
}
