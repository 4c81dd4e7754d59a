import Scharnier

extension ItemForm {
    static let programme = ItemForm(
        """
        id version created_at updated_at status organization_id type title summary award_kind policy calls awards
        created_by
        """,
        hidden: ["created_by": [.cityAdmin]],
        relations: [.init(name: "organization", reference: "organization_id", target: .organization)])

    static let idea = ItemForm(
        """
        id version created_at updated_at status organization_id title text area_ids topics adopted_need_id created_by
        """,
        hidden: ["adopted_need_id": parties, "created_by": [.cityAdmin]],
        relations: [
            .init(name: "organization", reference: "organization_id", target: .organization),
            .init(name: "areas", reference: "area_ids", target: .areas),
        ])
}
