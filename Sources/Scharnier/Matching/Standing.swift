/// What matching asks about an organisation, on one day.
struct Standing: Sendable {
    /// Verified, or verified before it was suspended, which is a gate of its own.
    let isChecked: Bool
    let isSuspended: Bool

    /// Whether it has a legal form that can receive money; `nil` if none is stated.
    let hasLegalForm: Bool?

    /// Whether it may give donation receipts; `nil` if no tax status was ever stated.
    let givesReceipts: Bool?
    let umbrella: Identifier<Organization>?

    /// What is known of `organization`.
    init(of organization: Organization, on day: Day) {
        let profile = organization.profile
        isSuspended = organization.verification.status == .suspended
        isChecked = organization.verification.status == .verified || isSuspended
        hasLegalForm = profile.legalForm == nil ? nil : organization.hasLegalForm
        // A group that can have no tax status need not state that it has none.
        givesReceipts =
            profile.taxStatus.map { $0.canGiveReceipts(on: day) } ?? (hasLegalForm == false ? false : nil)
        umbrella = profile.umbrella
    }

    /// What is known of nobody: an organisation that cannot be found is not verified.
    static let unknown = Standing()

    private init() {
        (isChecked, isSuspended) = (false, false)
        (hasLegalForm, givesReceipts, umbrella) = (nil, nil, nil)
    }
}
