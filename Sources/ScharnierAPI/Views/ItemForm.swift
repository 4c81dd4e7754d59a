package import Scharnier

/// What the items of a resource show, and what can be added to them: what `fields` and `expand` may name (api.md §8).
package struct ItemForm: Sendable {
    /// A member of the item, and who can get it.
    package struct Member: Sendable {
        package let name: String
        package let roles: Set<Role>
    }

    /// What an item refers to, and can be shown beside the reference.
    package struct Relation: Sendable {
        /// What `expand` calls it, and the member that it adds.
        package let name: String

        /// The member that holds the reference, or several of them.
        package let reference: String
        let target: Target
    }

    /// What is referred to.
    enum Target: Sendable {
        case organization, need, offer, areas
    }

    package let members: [Member]
    package let relations: [Relation]

    /// An item with these members, parted by blanks; those in `hidden` are for some roles only.
    init(_ members: String, hidden: [String: Set<Role>] = [:], relations: [Relation]) {
        self.members = members.split { $0 == " " || $0 == "\n" }.map { name in
            Member(name: String(name), roles: hidden[String(name)] ?? Self.everyone)
        }
        self.relations = relations
    }

    /// All roles.
    static let everyone = Set(Role.allCases)

    /// Everyone who has a token.
    static let parties = everyone.subtracting([.public])

    /// The names of the parameters.
    static let parameters: Set<String> = ["fields", "expand"]

    /// Always there, whatever is asked for.
    static let always: Set<String> = ["id", "version"]

    /// How many relations are added at most (api.md §8).
    package static let mostRelations = 3
}

extension ItemForm {
    static let need = ItemForm(
        """
        id version created_at updated_at revision status carrier_id host_organization_id title text plain_summary horizon
        needed_by_on period review_on beneficiary_area_ids city_wide site topics target_groups action_fields
        beneficiary_count participation own_steps otherwise_unavailable self_help counterpart alternatives_welcome
        visibility items coverage freshness verification published_at close recorded_by compulsory_public_task started_on
        no_public_funding needs_review missing contact_id created_by
        """,
        hidden: [
            "recorded_by": parties, "compulsory_public_task": parties, "started_on": parties,
            "no_public_funding": parties, "needs_review": parties, "missing": parties,
            "contact_id": [.cityAdmin, .areaOfficer, .carrier, .network], "created_by": [.cityAdmin],
        ],
        relations: [
            .init(name: "carrier", reference: "carrier_id", target: .organization),
            .init(name: "host_organization", reference: "host_organization_id", target: .organization),
            .init(name: "beneficiary_areas", reference: "beneficiary_area_ids", target: .areas),
        ])

    static let offer = ItemForm(
        """
        id version created_at updated_at revision status supplier_kind organization_id kind title text category reach
        area_ids topics strict_topics target_groups strict_target_groups horizons quantity unit min_per_commitment
        max_per_commitment budget_cents min_per_commitment_cents max_per_commitment_cents capacity_period inexhaustible
        usage available schedule condition skills languages accessibility safeguarding_ready engagement_form
        counterpart_wish legal_nature publicity conditions visibility freshness activated_at contact_id created_by
        """,
        hidden: [
            "contact_id": [.cityAdmin, .areaOfficer, .carrier, .foundation, .company, .network],
            "created_by": [.cityAdmin],
        ],
        relations: [
            .init(name: "organization", reference: "organization_id", target: .organization),
            .init(name: "areas", reference: "area_ids", target: .areas),
        ])

    static let introduction = ItemForm(
        """
        id version created_at updated_at status need_id offer_id carrier_id supplier_id host_organization_id broker
        proposer_id channel message override_reason reason lines answers waiting_on answer_due_at decline holds contacts
        """,
        hidden: [
            "supplier_id": [.cityAdmin, .areaOfficer, .carrier, .foundation, .company, .network, .portal]
        ],
        relations: [
            .init(name: "need", reference: "need_id", target: .need),
            .init(name: "offer", reference: "offer_id", target: .offer),
            .init(name: "carrier", reference: "carrier_id", target: .organization),
            .init(name: "supplier", reference: "supplier_id", target: .organization),
            .init(name: "host_organization", reference: "host_organization_id", target: .organization),
        ])

    static let contact = ItemForm(
        """
        id version created_at updated_at organization_id display_name is_function_address function email phone languages
        purpose lawful_basis info_text_version release retain_until_on restricted_at erased_at
        """,
        relations: [.init(name: "organization", reference: "organization_id", target: .organization)])
}
