/// Everything a reading transaction can reach: one consistent snapshot.
///
/// A rule asks for the repositories it needs; routes get all.
package protocol ReadTransaction: AreaReading, TaxonomyReading, OrganizationReading, ContactReading,
    NeedReading,
    OfferReading, IntroductionReading, TokenReading, TransitionReading, ChangeReading, KeptAnswerReading,
    DueReading, MembershipReading, EndorsementReading, ExternalReferenceReading,
    ImportReportReading, IntakeLinkReading,
    AreaAssignmentReading, ResponsibilityReading, InboxReading, SearchReading, CommitmentReading,
    ProgrammeReading, IdeaReading, PrivacyRequestReading, MatchReading,
    RetentionReading, ArchiveReading, AllocationReading
{
    /// When the request arrived: one moment for the whole transaction.
    var now: Instant { get }

    /// How long things may wait in this city.
    var timers: TimerRules { get }

    /// How long things are kept in this city.
    var retention: RetentionRules { get }
}

/// Everything a writing transaction can reach; kept whole or not at all.
///
/// A transaction may be run a second time when its group has to be replayed, so nothing in it may have an
/// effect outside (operations.md §1).
package protocol WriteTransaction: ReadTransaction, AreaRepository, TaxonomyRepository,
    OrganizationRepository,
    ContactRepository, NeedRepository, OfferRepository, IntroductionRepository, TokenRepository,
    TransitionRepository, ChangeRepository, AuditRepository, KeptAnswerRepository, DueRepository,
    MembershipRepository, EndorsementRepository, ExternalReferenceRepository,
    ImportReportRepository, ConfirmLinkRepository, IntakeLinkRepository,
    AreaAssignmentRepository, ResponsibilityRepository, CommitmentRepository,
    ProgrammeRepository, IdeaRepository, PrivacyRequestRepository, RetentionRepository,
    AllocationRepository
{
    /// A new identifier, later than all before it.
    func newID<Entity>() -> Identifier<Entity>

    /// Does a part of the work that leaves no trace if it throws, while the rest of the transaction goes on.
    func attempt<Result>(_ part: () throws -> Result) throws -> Result
}

extension ReadTransaction {
    /// The calendar day in the city.
    package var today: Day { LocalTime.day(at: now) }
}

/// Where the city's records live.
package protocol Store: Sendable {
    /// Reads from one consistent snapshot, on the calling thread.
    func read<Result>(_ body: (any ReadTransaction) throws -> Result) throws -> Result

    /// Reads on a thread of its own: for work that would hold up others.
    func readAside<Result: Sendable>(
        _ body: @escaping @Sendable (any ReadTransaction) throws -> Result,
        then complete: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void)

    /// Grows with each commit that may change what a token stands for, before the answers of that commit leave.
    ///
    /// Whatever is read after it is at least as new: a token read under the stamp that still holds is as it was.
    var tokenStamp: Int64 { get }

    /// Writes all or nothing; `complete` is called once, after the commit reached the disk or failed.
    ///
    /// `requestID` goes into the audit entries. `isReleasing`: whether it deletes, erases or revokes, which is taken
    /// also when little space is left.
    func write<Result: Sendable>(
        requestID: String, isReleasing: Bool,
        _ body: @escaping @Sendable (any WriteTransaction) throws -> Result,
        then complete: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void)

    /// Writes and takes everything back: what would be, in the same order and by the same rules as what is.
    ///
    /// Identifiers that are made then have a first half of zeros.
    func tryOut<Result: Sendable>(
        _ body: @escaping @Sendable (any WriteTransaction) throws -> Result,
        then complete: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void)

    /// Does work that takes several transactions, on a thread of its own, one such work after the other.
    ///
    /// `requestID` goes into the audit entries. `isReleasing` as for `write`.
    func inSteps<Result: Sendable>(
        requestID: String, isReleasing: Bool, _ work: @escaping @Sendable (any Steps) throws -> Result,
        then complete: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void)
}

extension Store {
    /// Writes something that needs space.
    package func write<Result: Sendable>(
        requestID: String, _ body: @escaping @Sendable (any WriteTransaction) throws -> Result,
        then complete: @escaping @Sendable (Swift.Result<Result, any Error>) -> Void
    ) {
        write(requestID: requestID, isReleasing: false, body, then: complete)
    }
}

/// Transactions one after the other, for work that is too much for one; whoever calls waits for each.
package protocol Steps: Sendable {
    /// Reads from one consistent snapshot.
    func read<Result>(_ body: (any ReadTransaction) throws -> Result) throws -> Result

    /// Writes all or nothing, and returns when it is kept; `time` that it may take, if not that of any write.
    func write<Result: Sendable>(
        within time: Duration?, _ body: @escaping @Sendable (any WriteTransaction) throws -> Result
    ) throws -> Result

    /// Writes and takes everything back.
    func tryOut<Result: Sendable>(
        within time: Duration?, _ body: @escaping @Sendable (any WriteTransaction) throws -> Result
    ) throws -> Result
}

/// Why the store cannot do what it was asked; nothing of it is the caller's fault.
package enum StoreFailure: Error, Equatable, Sendable {
    /// Too much is waiting; nothing was done.
    case overloaded
    /// The disk is full; nothing was stored.
    case storageFull
    /// The commit failed on the disk: it may or may not be stored.
    case outcomeUnknown
    /// The read took longer than its limit.
    case queryTimeout
    /// The store is shutting down.
    case closed
}

/// How everyone sees an item, encoded by whoever serves it, so that lists need not be encoded again.
///
/// The store keeps these bytes beside the item and knows nothing of their form.
package struct PublicRows: Sendable {
    /// Changes whenever the form does; the store then encodes all rows anew.
    package let form: String
    package let need: @Sendable (Need) -> [UInt8]
    package let offer: @Sendable (Offer) -> [UInt8]

    /// The encoders of one form.
    package init(
        form: String, need: @escaping @Sendable (Need) -> [UInt8],
        offer: @escaping @Sendable (Offer) -> [UInt8]
    ) {
        self.form = form
        self.need = need
        self.offer = offer
    }
}
