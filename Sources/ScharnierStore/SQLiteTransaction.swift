import SQLite
import Scharnier

/// A transaction under way, as the domain sees it.
///
/// Made for one run of one read or write, and of no use afterwards. Its repositories are extensions, one file each.
final class SQLiteTransaction: WriteTransaction {
    let now: Instant
    let connection: Connection
    let shared: SharedState

    /// The request that goes into the audit entries.
    let requestID: String

    /// The numbers that changed things have in this transaction.
    var announced: [Announced: Int64] = [:]

    /// Areas and terms, once they were asked for.
    var reference: Reference?

    /// How many identifiers a trial has made; nil if this is none.
    private var trialIdentifiers: UInt64?

    /// `isTrial`: whether everything will be taken back.
    init(
        on connection: Connection, at now: Instant, requestID: String, shared: SharedState,
        isTrial: Bool = false
    ) {
        trialIdentifiers = isTrial ? 0 : nil
        self.connection = connection
        self.now = now
        self.requestID = requestID
        self.shared = shared
    }

    func newID<Entity>() -> Identifier<Entity> {
        guard let count = trialIdentifiers else { return shared.identifiers.next(at: now) }
        trialIdentifiers = count + 1
        return Identifier(high: 0, low: count + 1)
    }

    func attempt<Result>(_ part: () throws -> Result) throws -> Result {
        let (announced, reference) = (self.announced, self.reference)
        do {
            return try connection.attempting(part)
        } catch {
            // What was taken back was never announced, nor seen.
            self.announced = announced
            self.reference = reference
            throw error
        }
    }

    var timers: TimerRules { shared.timers }

    var retention: RetentionRules { shared.retention }

    /// What earlier jobs of the same batch have read or written; none elsewhere, where nobody would use it.
    var memory: TransactionMemory? {
        if case .inTransaction = connection.changes { shared.memory } else { nil }
    }

    /// What a restored backup must not bring back is noted, unless it does not happen.
    var journal: ErasureJournal? { trialIdentifiers == nil ? shared.journal : nil }
}

/// What all transactions of a store share.
final class SharedState: Sendable {
    let publicRows: PublicRows
    let identifiers: Identifiers
    let references = ReferenceCache()
    let matchBooks = MatchBooks()
    let memory = TransactionMemory()
    let scopeSets = ScopeSets()
    let tokenStamp = TokenStamp()
    let dueNotice = DueNotice()
    let erasures = ErasureNotice()

    /// How long things may wait in this city.
    let timers: TimerRules

    /// How long things are kept in this city.
    let retention: RetentionRules

    /// What a restored backup must not bring back; none for a database in memory.
    let journal: ErasureJournal?

    init(
        publicRows: PublicRows, identifiers: Identifiers, timers: TimerRules = TimerRules(),
        retention: RetentionRules = RetentionRules(), journal: ErasureJournal? = nil
    ) {
        self.timers = timers
        self.retention = retention
        self.publicRows = publicRows
        self.identifiers = identifiers
        self.journal = journal
    }
}

extension SQLiteTransaction {
    /// Adds a row whose key others may have chosen before.
    ///
    /// - Throws: ``Refusal/duplicate(existing:)`` if there is one with that key.
    func insert(
        _ command: RowCommand, unlessThere existing: String?, _ write: (inout RowWriter) -> Void
    ) throws {
        do throws(SQLiteError) {
            try connection.run(command, write)
        } catch {
            throw error.isUniqueViolation ? Refusal.duplicate(existing: existing) : error
        }
    }
}
