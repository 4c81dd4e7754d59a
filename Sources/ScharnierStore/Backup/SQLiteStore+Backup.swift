import Glibc
import SQLite
package import Scharnier

extension SQLiteStore {
    /// Copies the database at `path`, which may be in use, into a new directory `folder`.
    ///
    /// The copy holds everything that was acknowledged before the call. It is checked, and durable, before the
    /// directory gets its name: what bears the name is a whole backup.
    ///
    /// - Throws: ``BackupFault``, ``SchemaFault``, `SQLiteError` or `SystemError`; nothing is left behind then.
    package static func backUp(_ path: String, into folder: String, at now: Instant) throws -> BackupManifest
    {
        let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        guard try FileStatus(of: folder) == nil else { throw BackupFault(.exists, folder) }
        guard case .current = try schemaState(path: path) else {
            try Schema.migrations.prepare(path, migrating: false)
            throw SchemaFault(.damaged, file: path)
        }
        let staged = BackupFolder(path: "\(folder).part-\(getpid())")
        do {
            let manifest = try fill(staged, from: path, at: now)
            try PrivateFile.rename(staged.path, to: folder)
            try PrivateFile.syncDirectory(of: folder)
            return manifest
        } catch {
            try staged.remove()
            throw error
        }
    }

    private static func fill(
        _ staged: BackupFolder, from path: String, at now: Instant
    ) throws -> BackupManifest {
        try staged.remove()
        try PrivateFile.makeDirectory(staged.path)
        try Connection(path: path, mode: .readOnly, settings: .backup).vacuum(into: staged.database)
        // After the copy: whatever the copy has lost is in it.
        let journal = ErasureJournal.text(try ErasureJournal.entries(in: ErasureJournal.path(beside: path)))
        try PrivateFile.write(journal, to: staged.journal)
        let manifest = try describe(staged.database, at: now)
        try PrivateFile.write(manifest.json, to: staged.manifest)
        try PrivateFile.sync(staged.database)
        try PrivateFile.sync(staged.path)
        return manifest
    }

    private static func describe(_ file: String, at now: Instant) throws -> BackupManifest {
        let connection = try Connection(path: file, mode: .readOnly, settings: .inspection)
        if let first = try connection.pageFindings().first { throw BackupFault(.damaged(first), file) }
        return BackupManifest(
            sha256: try BackupFolder.sha256(of: file), bytes: try FileStatus(of: file)?.size ?? 0,
            schema: try connection.first("PRAGMA user_version") { try $0.next() } ?? 0, createdAt: now,
            lastSequence: try connection.lastPosition(), auditHead: try connection.auditHead(),
            counts: try connection.tableCounts())
    }
}

extension Connection {
    /// Writes a copy of the database, as one reader sees it, to a new file that is private (sqlite.org/lang_vacuum.html).
    func vacuum(into file: String) throws {
        // SQLite writes into an empty file, but would make one that others may read.
        try PrivateFile.make(file)
        try run("VACUUM INTO \(file)")
    }
}
