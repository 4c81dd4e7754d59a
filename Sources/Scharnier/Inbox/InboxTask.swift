/// Something that waits for somebody, until it is done (F-20).
package struct InboxTask: Equatable, Sendable {
    package let kind: Kind
    package let subject: Subject

    /// What it is about.
    package let id: Identifier<Change>

    /// What that is called, if the reader may know.
    package let title: String?

    /// Whether help is needed at once: such tasks come first (F-27).
    package let isAcute: Bool

    /// By when it should be done; nothing is said of what may wait.
    package let dueAt: Instant?

    package enum Kind: String, CaseIterable, Sendable {
        case verifyNeed = "verify_need"
        case reviewNeed = "review_need"
        case reviseNeed = "revise_need"
        case confirmNeed = "confirm_need"
        case confirmOffer = "confirm_offer"
        case answerIntroduction = "answer_introduction"
        case continueIntroduction = "continue_introduction"
        case verifyOrganization = "verify_organization"
        case confirmTaxStatus = "confirm_tax_status"
        case renewTaxStatus = "renew_tax_status"
        case confirmMembership = "confirm_membership"
        case signCommitment = "sign_commitment"
        case deliverCommitment = "deliver_commitment"
        case acknowledgeCommitment = "acknowledge_commitment"
        case evaluateCommitment = "evaluate_commitment"
        case decideDispute = "decide_dispute"
        case answerPrivacyRequest = "answer_privacy_request"
        case acknowledgeNotice = "acknowledge_notice"
        case keepContact = "keep_contact"
    }

    /// A task.
    package init(
        _ kind: Kind, _ subject: Subject, _ id: Identifier<Change>, title: String?, isAcute: Bool = false,
        dueAt: Instant?
    ) {
        self.kind = kind
        self.subject = subject
        self.id = id
        self.title = title
        self.isAcute = isAcute
        self.dueAt = dueAt
    }

    /// Whether it should have been done before `now`.
    package func isOverdue(at now: Instant) -> Bool { dueAt.map { $0 <= now } ?? false }

    /// What is acute comes first, then what is due first; what may wait comes last.
    package static func comes(_ one: InboxTask, before other: InboxTask) -> Bool {
        if one.isAcute != other.isAcute { return one.isAcute }
        if one.dueAt != other.dueAt {
            return (one.dueAt?.milliseconds ?? .max) < (other.dueAt?.milliseconds ?? .max)
        }
        return one.id == other.id ? one.kind.rawValue < other.kind.rawValue : one.id < other.id
    }
}

extension InboxTask.Kind {
    /// What somebody must be allowed to call to do it.
    var operation: Operation {
        switch self {
        case .verifyNeed, .reviewNeed, .confirmNeed: .transitionNeeds
        case .reviseNeed: .writeNeeds
        case .confirmOffer: .writeOffers
        case .answerIntroduction, .continueIntroduction: .transitionIntroductions
        case .verifyOrganization: .verifyOrganization
        case .confirmTaxStatus: .confirmTaxStatus
        case .renewTaxStatus: .proposeTaxStatus
        case .confirmMembership: .writeMemberships
        case .signCommitment, .deliverCommitment, .acknowledgeCommitment, .evaluateCommitment:
            .writeCommitments
        case .decideDispute: .decideCommitments
        case .answerPrivacyRequest: .processPrivacyRequests
        case .acknowledgeNotice: .acknowledgeNotices
        case .keepContact: .writeContacts
        }
    }
}
