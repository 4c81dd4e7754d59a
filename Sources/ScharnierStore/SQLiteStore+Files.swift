import SQLite
import Scharnier

extension SQLiteStore {
    /// Makes a database with the current schema and nothing in it; false if there is a file, which is left alone.
    ///
    /// - Throws: ``OwnerLockFault``, ``SchemaFault`` or `SystemError`.
    package static func create(path: String) throws -> Bool {
        guard try DatabaseFile.make(at: path) else { return false }
        let lock = try OwnerLock(database: path)
        defer { lock.release() }
        try Schema.migrations.prepare(path, migrating: true)
        return true
    }

    /// How the schema in a file compares with what this program knows.
    ///
    /// - Throws: ``SchemaFault``.
    package static func schemaState(path: String) throws(SchemaFault) -> SchemaState {
        try DatabaseFile.examine(path)
        return try Schema.migrations.state(of: path)
    }

    /// Brings the schema of a database that no other process has open up to date.
    ///
    /// - Throws: ``OwnerLockFault``, ``SchemaFault``.
    package static func migrate(path: String) throws {
        try DatabaseFile.examine(path)
        let lock = try OwnerLock(database: path)
        defer { lock.release() }
        try Schema.migrations.prepare(path, migrating: true)
    }

    /// What is wrong with the database at `path`, in words for the operator; empty if nothing is.
    ///
    /// Reads everything; may be called while the store is running.
    /// - Throws: ``SchemaFault`` if the file cannot be read at all.
    package static func check(path: String) throws -> [String] {
        guard case .current = try schemaState(path: path) else { return ["the schema is not current"] }
        let connection = try Connection(path: path, mode: .readWrite, settings: .reader)
        return try findings(on: connection, shared: .forReading)
    }

    /// What is wrong with the records, in words for the operator; empty if nothing is.
    package func check() throws -> [String] {
        guard isInMemory else { return try Self.check(path: path) }
        return try connections.lend { try Self.findings(on: $0, shared: shared) }
    }

    private static func findings(on connection: Connection, shared: SharedState) throws -> [String] {
        // What SQLite cannot read, the rest cannot judge; a damaged page also takes a transaction back.
        let damage = try connection.pageFindings()
        guard damage.isEmpty else { return damage }
        return try connection.transaction(.deferred) {
            let transaction = SQLiteTransaction(
                on: connection, at: WallClock.now(), requestID: "", shared: shared)
            return try transaction.findings()
        }
    }
}

extension SharedState {
    /// For what makes neither items nor identifiers.
    static var forReading: SharedState {
        SharedState(
            publicRows: PublicRows(form: "", need: { _ in [] }, offer: { _ in [] }),
            identifiers: Identifiers(using: SystemRandomNumberGenerator()))
    }
}
