/// What a person asks to be done with what is kept of it (GDPR Article 15 to 21; domain.md §5.2).
package struct PrivacyRequest: Equatable, Identifiable, Sendable {
    package let id: Identifier<PrivacyRequest>

    /// The position of its last entry in the change feed.
    package var version: Int64
    package let kind: Kind

    /// Whoever passed it on: the person itself has no token.
    package let organization: Identifier<Organization>

    /// Whom it is about, where that is a contact.
    package let contact: Identifier<Contact>?

    /// What is asked for, in words.
    package var text: String?

    /// How it was made sure that it is the person who asks.
    package var identityCheck: String?
    package var status: Status

    /// What was done, in words.
    package var result: String?

    /// When it has to be answered (Article 12(3): a month).
    package let dueAt: Instant
    package let createdAt: Instant
    package var updatedAt: Instant

    package enum Kind: String, CaseIterable, Sendable {
        case access, rectification, erasure, restriction, portability, objection
    }

    package enum Status: String, CaseIterable, Sendable {
        case received
        case identityChecked = "identity_checked"
        case executed, refused, closed
    }

    /// A request put together from what is kept of it.
    package init(
        id: Identifier<PrivacyRequest>, version: Int64 = 0, kind: Kind,
        organization: Identifier<Organization>, contact: Identifier<Contact>?, text: String?,
        identityCheck: String? = nil, status: Status = .received, result: String? = nil, dueAt: Instant,
        createdAt: Instant, updatedAt: Instant
    ) {
        self.id = id
        self.version = version
        self.kind = kind
        self.organization = organization
        self.contact = contact
        self.text = text
        self.identityCheck = identityCheck
        self.status = status
        self.result = result
        self.dueAt = dueAt
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}

extension PrivacyRequest {
    package enum Event: String, CaseIterable, Sendable {
        case checkIdentity = "check_identity"
        case execute, refuse, close
    }

    /// The rows of domain.md §5.2.
    package static let machine = StateMachine<Status, Event>([
        Step([.received], .checkIdentity, to: .identityChecked, by: [.city]),
        Step([.identityChecked], .execute, to: .executed, by: [.city]),
        Step([.identityChecked], .refuse, to: .refused, by: [.city]),
        Step([.executed, .refused], .close, to: .closed, by: [.city]),
    ])

    /// Why a request may be refused (Article 12(5), 17(3), 21(1)).
    package static let reasonCodes = [
        "identity_not_proven", "manifestly_unfounded", "excessive", "legal_obligation", "legal_claims",
        "no_personal_data", "other",
    ]

    /// Whether it waits for the city.
    package var isOpen: Bool { status == .received || status == .identityChecked }

    /// Who may know of it: whoever passed it on, its officer, and the city.
    package func audience(_ organization: Organization?) -> Audience {
        Audience(
            .parties, organizations: [self.organization],
            areas: [organization?.stewardArea].compactMap { $0 })
    }

    /// Empties what somebody wrote.
    mutating func removeTexts() {
        text = nil
        identityCheck = nil
        result = nil
    }
}

extension LocalTime {
    /// The end of the last day of a month that begins with the day of `moment` (Regulation 1182/71, Article 3(2)(c)).
    static func endOfMonth(from moment: Instant) -> Instant {
        let (year, month, day) = self.day(at: moment).parts
        let (nextYear, nextMonth) = month == 12 ? (year + 1, 1) : (year, month + 1)
        // A month without that day ends with its own last one.
        let last = stride(from: day, through: 1, by: -1).lazy
            .compactMap { Day(year: nextYear, month: nextMonth, day: $0) }.first
        return start(of: (last ?? self.day(at: moment).adding(31)).adding(1))
    }
}
