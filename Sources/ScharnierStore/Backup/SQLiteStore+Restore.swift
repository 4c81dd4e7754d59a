import Glibc
import SQLite
package import Scharnier

extension SQLiteStore {
    /// By how much the numbers of a restored database are ahead: its feed goes on at the next multiple.
    ///
    /// More than a city changes in its life, so that no number before the restore is given a second time.
    static let positionsPerRestore: Int64 = 1_000_000_000

    /// Makes a backup the database at `path`.
    ///
    /// What the journals know is not brought back, and no number is given again. A database that is there is moved
    /// aside, never removed. Killed at any moment, it leaves the old one, the new one, or none under this name.
    ///
    /// - Parameters:
    ///   - folder: of the backup.
    ///   - path: of the database.
    ///   - isReplacing: whether a database may be there.
    ///   - party: who restores, for the audit log; nobody in a trial.
    ///   - now: the wall clock.
    /// - Returns: what the backup says of itself.
    /// - Throws: ``BackupFault``, ``OwnerLockFault``, ``SchemaFault``, `SQLiteError` or `SystemError`.
    package static func restore(
        _ folder: String, to path: String, isReplacing: Bool, as party: Party?, at now: Instant
    ) throws -> BackupManifest {
        let backup = BackupFolder(path: folder)
        let manifest = try backup.verifiedManifest()
        try PrivateFile.makeDirectory(PrivateFile.directory(of: path))
        let lock = try OwnerLock(database: path)
        defer { lock.release() }
        guard try isReplacing || FileStatus(of: path) == nil else { throw BackupFault(.exists, path) }
        let staged = "\(path).restoring"
        try removeDatabase(staged)
        do {
            try stage(backup, manifest, as: staged, for: path, by: party, at: now)
        } catch {
            try removeDatabase(staged)
            throw error
        }
        try moveAside(path, at: now)
        try PrivateFile.rename(staged, to: path)
        try PrivateFile.syncDirectory(of: path)
        return manifest
    }

    /// Restores a backup for a trial, into a directory beside it that is removed again.
    ///
    /// - Returns: what is wrong with the records, in words for the operator; empty if nothing is.
    /// - Throws: as ``restore(_:to:isReplacing:as:at:)``.
    package static func rehearse(_ folder: String, at now: Instant) throws -> [String] {
        let trial = "\(folder).trial-\(getpid())"
        let path = "\(trial)/scharnier.sqlite"
        defer {
            // What cannot be removed is left for the operator to see; the finding counts.
            try? removeDatabase(path)
            for name in ["\(path).lock", ErasureJournal.path(beside: path), trial] {
                try? PrivateFile.remove(name)
            }
        }
        _ = try restore(folder, to: path, isReplacing: false, as: nil, at: now)
        return try check(path: path)
    }

    /// Prepares the file that gets the name in the end, and the journal beside it.
    private static func stage(
        _ backup: BackupFolder, _ manifest: BackupManifest, as staged: String, for path: String,
        by party: Party?, at now: Instant
    ) throws {
        try PrivateFile.copy(backup.database, to: staged)
        try compare(staged, with: manifest, of: backup)
        try Schema.migrations.prepare(staged, migrating: true)
        let kept = ErasureJournal.path(beside: path)
        var entries = try ErasureJournal.entries(in: kept)
        for entry in try ErasureJournal.entries(in: backup.journal) where !entries.contains(entry) {
            entries.append(entry)
        }
        let base = try nextBase(after: manifest.lastSequence, replacing: path, entries)
        try change(staged, by: entries, continuingAt: base, as: party, at: now)
        entries.append(.restored(base, at: now))
        // Before the database has its name: a journal that says too much does no harm.
        try PrivateFile.remove("\(kept).new")
        try PrivateFile.write(ErasureJournal.text(entries), to: "\(kept).new")
        try PrivateFile.rename("\(kept).new", to: kept)
        try PrivateFile.sync(staged)
    }

    private static func compare(
        _ file: String, with manifest: BackupManifest, of backup: BackupFolder
    ) throws {
        let connection = try Connection(path: file, mode: .readOnly, settings: .inspection)
        if let first = try connection.pageFindings().first {
            throw BackupFault(.damaged(first), backup.database)
        }
        _ = try Schema.migrations.state(of: connection, file: backup.database)
        let isSame =
            try connection.tableCounts() == manifest.counts
            && connection.lastPosition() == manifest.lastSequence
            && connection.auditHead() == manifest.auditHead
        guard isSame else { throw BackupFault(.differs("counts"), backup.database) }
    }

    private static func change(
        _ file: String, by entries: [ErasureEntry], continuingAt base: Int64, as party: Party?,
        at now: Instant
    ) throws {
        let connection = try Connection(path: file, mode: .readWrite, settings: .writer)
        try connection.transaction {
            for entry in entries { try connection.takeBack(entry) }
            try connection.skipPositions(to: base)
            let transaction = SQLiteTransaction(
                on: connection, at: now, requestID: "", shared: .forReading)
            try transaction.append(
                AuditEntry(
                    action: "database.restored", object: .init("database", Identifier<AuditEntry>.nil),
                    fields: [], party: party, at: now))
        }
        let result = try connection.checkpoint(.truncate)
        guard !result.wasBlocked else { throw BackupFault(.differs("in use"), file) }
    }

    /// Where the numbers go on: behind all that any database of this name has given.
    private static func nextBase(
        after position: Int64, replacing path: String, _ entries: [ErasureEntry]
    ) throws -> Int64 {
        let earlier = entries.map { entry in
            if case .restored(let base, _) = entry { base } else { Int64(0) }
        }
        let last = max(position, positionIfReadable(in: path), earlier.max() ?? 0)
        return (last / positionsPerRestore + 1) * positionsPerRestore
    }

    /// The last number of a database that may be damaged: that may be why it is replaced.
    private static func positionIfReadable(in path: String) -> Int64 {
        do {
            return try Connection(path: path, mode: .readOnly, settings: .inspection).lastPosition()
        } catch {
            return 0
        }
    }

    /// Gives a database and its log other names; the database first, so that it is never found without its log.
    private static func moveAside(_ path: String, at now: Instant) throws {
        let aside = "\(path).replaced-\(now.milliseconds)"
        for suffix in ["", "-wal"] where try FileStatus(of: path + suffix) != nil {
            try PrivateFile.rename(path + suffix, to: aside + suffix)
        }
        try PrivateFile.remove("\(path)-shm")
    }

    private static func removeDatabase(_ path: String) throws {
        for suffix in ["", "-wal", "-shm", "-journal"] { try PrivateFile.remove(path + suffix) }
    }
}

extension Connection {
    /// Repeats what the journal says.
    fileprivate func takeBack(_ entry: ErasureEntry) throws {
        switch entry {
        case .tokenRevoked(let id, let at):
            try run(
                """
                UPDATE accessToken SET revokedAt = \(at)
                WHERE id = \(id) AND (revokedAt IS NULL OR revokedAt > \(at))
                """)
        case .restored: break
        }
    }

    /// Lets the numbers go on behind `base`; those between are never given.
    fileprivate func skipPositions(to base: Int64) throws {
        let first = try lastPosition() + 1
        guard first < base else { return }
        try run("INSERT INTO cutOff (first, last) VALUES (\(first), \(base - 1))")
    }
}
