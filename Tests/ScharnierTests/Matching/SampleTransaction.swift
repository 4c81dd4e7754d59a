import Scharnier

/// Values that a transaction reads: what matching asks for; of everything else there is nothing.
struct SampleTransaction: ReadTransaction {
    var now = Instant.at("2026-03-02T12:00:00Z")
    var timers = TimerRules()
    var retention = RetentionRules()
    var needs: [Need] = []
    var offers: [Offer] = []
    var organizations: [Organization] = []
    var introductions: [Introduction] = []
    var terms = SampleCity.standardTerms
    var places = SampleCity.standardAreas

    /// What was promised at one moment.
    var promised: (at: Instant, promises: Promises)?
    var changes: [Change] = []
    var position: Int64 = 0
    var oldest: Int64 = 0
    var cutOff: Int64?

    /// What ``matchBook()`` goes on from.
    var book: MatchBook?

    /// Notes that something has changed.
    mutating func announce(_ subject: Subject, _ id: Identifier<Change>) {
        position += 1
        changes.append(
            Change(
                sequence: position, subject: subject, id: id, isDeletion: false, before: .none, after: .none,
                origin: nil, at: now))
    }

    func areas() throws -> [Area] { places }
    func area(_ id: Identifier<Area>) throws -> Area? { places.first { $0.id == id } }
    func areaRelations() throws -> [AreaRelation] { [] }
    func indicators() throws -> [Indicator] { [DisadvantageCity.burden] }
    func indicatorValues(of area: Identifier<Area>?) throws -> [IndicatorValue] {
        [(Identifier<Area>.nordmarkt, "31"), (.marten, "12")].map {
            DisadvantageCity.value("sgb2_share", $0, $1)
        }
    }
    func taxonomyTerms() throws -> [TaxonomyTerm] { terms }

    func organization(_ id: Identifier<Organization>) throws -> Organization? {
        organizations.first { $0.id == id }
    }
    func organizations(_ query: OrganizationQuery) throws -> Page<Organization> { Page() }

    func need(_ id: Identifier<Need>) throws -> Need? { needs.first { $0.id == id } }
    func encodedNeed(_ id: Identifier<Need>, for party: Party) throws -> EncodedItem? { nil }
    func needs(_ query: NeedQuery) throws -> Page<ListedItem<Need>> { Page() }
    func liveNeeds() throws -> [Need] { needs.filter(\.isLive) }

    func offer(_ id: Identifier<Offer>) throws -> Offer? { offers.first { $0.id == id } }
    func encodedOffer(_ id: Identifier<Offer>, for party: Party) throws -> EncodedItem? { nil }
    func offers(_ query: OfferQuery) throws -> Page<ListedItem<Offer>> { Page() }
    func liveOffers() throws -> [Offer] { offers.filter(\.isLive) }
    func submittedOffers(of organization: Identifier<Organization>) throws -> [Offer] { [] }
    func offers(of organization: Identifier<Organization>) throws -> [Offer] { [] }

    func introduction(_ id: Identifier<Introduction>) throws -> Introduction? { nil }
    func introductions(_ query: IntroductionQuery) throws -> Page<Introduction> { Page() }
    func introductions(of need: Identifier<Need>) throws -> [Introduction] { [] }
    func introductions(of offer: Identifier<Offer>) throws -> [Introduction] { [] }
    func introductions(openOrDeclinedSince moment: Instant) throws -> [Introduction] {
        introductions.filter { $0.isOpen || $0.updatedAt >= moment }
    }

    func matchBook() throws -> MatchBook { try matchBook(since: book) }
    func promises(since moment: Instant) throws -> Promises {
        promised.map { $0.at >= moment ? $0.promises : Promises() } ?? Promises()
    }

    func contact(_ id: Identifier<Contact>) throws -> Contact? { nil }
    func contacts(of organization: Identifier<Organization>) throws -> [Contact] { [] }
    func contacts(disclosedTo organization: Identifier<Organization>) throws -> [Contact] { [] }
    func disclosures(ofContactsOf organization: Identifier<Organization>?) throws -> [Disclosure] { [] }
    func disclosures(of contact: Identifier<Contact>) throws -> [Disclosure] { [] }
    func disclosure(_ id: Identifier<Disclosure>) throws -> Disclosure? { nil }
    func disclosuresNoticed(by organization: Identifier<Organization>?) throws -> [Disclosure] { [] }
    func privacyRequest(_ id: Identifier<PrivacyRequest>) throws -> PrivacyRequest? { nil }
    func privacyRequests(of organization: Identifier<Organization>?) throws -> [PrivacyRequest] { [] }
    func privacyRequests(about contact: Identifier<Contact>) throws -> [PrivacyRequest] { [] }
    func privacyRequestsWaiting() throws -> [PrivacyRequest] { [] }
    func introductions(naming contact: Identifier<Contact>) throws -> [Introduction] { [] }
    func retentionRuns(atMost limit: Int) throws -> [RetentionRun] { [] }
    func lastRetention() throws -> Instant { now }
    func contacts(of organization: Identifier<Organization>, unusedSince moment: Instant, today: Day) throws
        -> [Contact]
    { [] }
    func endorsements(by network: Identifier<Organization>) throws -> [Endorsement] { [] }
    func disclosures(to organization: Identifier<Organization>) throws -> [Disclosure] { [] }
    func externalReferences(of organization: Identifier<Organization>) throws -> [ExternalReference] { [] }
    func auditEntries(by organization: Identifier<Organization>) throws -> [AuditEntry] { [] }
    func auditEntries(aboutContact id: Identifier<Contact>) throws -> [AuditEntry] { [] }
    func needs(of carrier: Identifier<Organization>) throws -> [Need] {
        needs.filter { $0.carrier == carrier }
    }
    func needs(naming contact: Identifier<Contact>) throws -> [Need] { [] }
    func offers(naming contact: Identifier<Contact>) throws -> [Offer] { [] }
    func transitions(of subject: Subject, movedSince moment: Instant, in areas: Set<Identifier<Area>>?) throws
        -> [Transition]
    { [] }
    func recipients(of contact: Identifier<Contact>) throws -> Set<Identifier<Organization>> { [] }
    func disclosures(in introduction: Identifier<Introduction>) throws -> [Disclosure] { [] }

    func token(digest: [UInt8]) throws -> AccessToken? { nil }
    func token(_ id: Identifier<AccessToken>) throws -> AccessToken? { nil }
    func tokens(of organization: Identifier<Organization>?) throws -> [AccessToken] { [] }
    func assignedAreas(of organization: Identifier<Organization>, on day: Day) throws -> Set<Identifier<Area>>
    { [] }

    func intakeLink(_ id: Identifier<IntakeLink>) throws -> IntakeLink? { nil }
    func intakeLink(digest: [UInt8]) throws -> IntakeLink? { nil }
    func intakeLinks(atMost limit: Int) throws -> [IntakeLink] { [] }

    func due(at moment: Instant, limit: Int) throws -> [DueRecord] { [] }
    func nextDue() throws -> Instant? { nil }
    func commitment(_ id: Identifier<Commitment>) throws -> Commitment? { nil }
    func commitments(_ query: CommitmentQuery) throws -> Page<Commitment> { Page() }
    func commitments(of introduction: Identifier<Introduction>) throws -> [Commitment] { [] }
    func openCommitments(of organization: Identifier<Organization>) throws -> [Commitment] { [] }
    func membership(_ id: Identifier<Membership>) throws -> Membership? { nil }
    func memberships(_ query: MembershipQuery) throws -> Page<Membership> { Page() }
    func memberships(of organization: Identifier<Organization>) throws -> [Membership] { [] }
    func areaAssignments() throws -> [AreaAssignment] { [] }
    func responsibilities() throws -> [Responsibility] { [] }
    func programme(_ id: Identifier<Programme>) throws -> Programme? { nil }
    func programmes(_ query: ProgrammeQuery) throws -> Page<Programme> { Page() }
    func programmes(of organization: Identifier<Organization>) throws -> [Programme] { [] }
    func idea(_ id: Identifier<Idea>) throws -> Idea? { nil }
    func allocationRecord(_ id: Identifier<AllocationRecord>) throws -> AllocationRecord? { nil }
    func allocationRecords(_ query: AllocationQuery) throws -> Page<AllocationRecord> { Page() }
    func ideas(_ query: IdeaQuery) throws -> Page<Idea> { Page() }
    func endorsements(of need: Identifier<Need>) throws -> [Endorsement] { [] }

    func transitions(of subject: Subject, _ id: Identifier<Change>) throws -> [Transition] { [] }
    func lastPosition() throws -> Int64 { position }
    func oldestPosition() throws -> Int64 { oldest }
    func isCutOff(_ position: Int64) throws -> Bool { position == cutOff }
    func changes(after position: Int64, limit: Int) throws -> [Change] {
        Array(changes.filter { $0.sequence > position }.prefix(limit))
    }
    func externalReference(_ key: ExternalReference.Key) throws -> ExternalReference? { nil }
    func importReport(_ id: Identifier<ImportReport>) throws -> ImportReport? { nil }
    func keptAnswer(to key: String, of organization: Identifier<Organization>) throws -> KeptAnswer? { nil }

    func findings(_ query: NeedQuery) throws -> SearchFindings { SearchFindings() }
    func findings(_ query: OfferQuery) throws -> SearchFindings { SearchFindings() }
    func findings(_ query: IdeaQuery) throws -> SearchFindings { SearchFindings() }
    func findings(_ query: ProgrammeQuery) throws -> SearchFindings { SearchFindings() }
    func needsWaiting(for party: Party, until moment: Instant) throws -> [Need] { [] }
    func offersWaiting(for party: Party, until moment: Instant) throws -> [Offer] { [] }
    func introductionsWaiting(for party: Party) throws -> [Introduction] { [] }
    func organizationsWaiting(for party: Party) throws -> [Organization] { [] }
    func membershipsWaiting(for party: Party) throws -> [Membership] { [] }
    func commitmentsWaiting(for party: Party) throws -> [Commitment] { [] }
}
