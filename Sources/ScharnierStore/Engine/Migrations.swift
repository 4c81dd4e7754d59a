package import SQLite

/// The steps that built the schema, oldest first; steps are only ever added, at the end.
package struct Migrations: Sendable {
    /// What marks a file as ours: "SCHR" (sqlite.org/pragma.html#pragma_application_id).
    package static let applicationID = 0x5343_4852

    private let steps: [String]

    /// Makes the list; each step is a script that is run as a whole in one transaction.
    package init(steps: [String]) {
        self.steps = steps
    }

    /// How the schema in an open database compares with the steps; `file` is its name in messages.
    ///
    /// - Throws: ``SchemaFault`` if the file is foreign, damaged or newer.
    package func state(of connection: Connection, file: String) throws(SchemaFault) -> SchemaState {
        let number = try named(file) { try schemaNumber(in: connection, file: file) }
        if number > steps.count { throw SchemaFault(.newer(number, known: steps.count), file: file) }
        return number == steps.count ? .current : .older(number)
    }

    /// The same for a file that nobody has opened yet, without changing anything in it.
    ///
    /// - Throws: ``SchemaFault``, also if the file is missing or cannot be read.
    package func state(of file: String) throws(SchemaFault) -> SchemaState {
        let connection = try named(file) {
            try Connection(path: file, mode: .readOnly, settings: .inspection)
        }
        return try state(of: connection, file: file)
    }

    /// Makes sure that the file may be served: current, or brought up to date if `migrating`.
    ///
    /// To be called before the writer opens the file: an unknown file is not even put into WAL mode. Before the
    /// first step a copy of the file is kept, as `<file>.schema-<number>`, if there is room for it.
    ///
    /// - Throws: ``SchemaFault``.
    package func prepare(_ file: String, migrating: Bool) throws(SchemaFault) {
        guard case .older(let number) = try state(of: file) else { return }
        guard migrating else { throw SchemaFault(.older(number, known: steps.count), file: file) }
        if number > 0 { try named(file) { try keepCopy(of: file, schema: number) } }
        let connection = try named(file) {
            try Connection(path: file, mode: .readWrite, settings: .writer)
        }
        try run(on: connection, file: file)
    }

    private func keepCopy(of file: String, schema number: Int) throws {
        let size = (PrivateFile.size(of: file) ?? 0) + (PrivateFile.size(of: file + "-wal") ?? 0)
        // The copy, and as much again for the steps.
        guard try FileSystem(of: file).freeBytes > 2 * size + DiskFloors().freeBytes else { return }
        let copy = "\(file).schema-\(number)"
        try PrivateFile.remove("\(copy).part")
        try Connection(path: file, mode: .readOnly, settings: .backup).vacuum(into: "\(copy).part")
        try PrivateFile.sync("\(copy).part")
        try PrivateFile.rename("\(copy).part", to: copy)
        try PrivateFile.syncDirectory(of: copy)
    }

    /// Runs the steps that the database has not seen, each with its number in one transaction.
    ///
    /// Foreign keys are not enforced while a table is rebuilt, but checked before the step is kept
    /// (sqlite.org/lang_altertable.html#otheralter).
    ///
    /// - Throws: ``SchemaFault``; the steps before the one that failed are kept.
    package func run(on connection: Connection, file: String) throws(SchemaFault) {
        guard case .older(let done) = try state(of: connection, file: file) else { return }
        try named(file) {
            try connection.enforceForeignKeys(false)
            let outcome = Result {
                for number in done..<steps.count { try step(number, on: connection, file: file) }
            }
            try connection.enforceForeignKeys(true)
            try outcome.get()
        }
    }

    private func step(_ number: Int, on connection: Connection, file: String) throws {
        try connection.transaction {
            try connection.execute(script: steps[number])
            // A pragma takes no bound values; these numbers are ours.
            try connection.execute(script: "PRAGMA user_version = \(number + 1)")
            try connection.execute(script: "PRAGMA application_id = \(Self.applicationID)")
            let table = try connection.first("PRAGMA foreign_key_check") { try $0.next(String.self) }
            if let table { throw SchemaFault(.dangling(step: number + 1, table: table), file: file) }
        }
    }

    /// The number of the schema; 0 for an empty database.
    private func schemaNumber(in connection: Connection, file: String) throws -> Int {
        let application = try connection.first("PRAGMA application_id") { try $0.next(Int.self) }
        let number = try connection.first("PRAGMA user_version") { try $0.next(Int.self) } ?? 0
        if application == Self.applicationID { return number }
        let objects = try connection.first("SELECT count(*) FROM sqlite_schema") { try $0.next(Int.self) }
        guard application == 0, number == 0, objects == 0 else { throw SchemaFault(.foreign, file: file) }
        return 0
    }

    /// Runs `body` and says in which file it failed.
    private func named<Result>(
        _ file: String, _ body: () throws -> Result
    ) throws(SchemaFault) -> Result {
        do {
            return try body()
        } catch let fault as SchemaFault {
            throw fault
        } catch {
            throw SchemaFault(error, file: file)
        }
    }
}

/// How a database's schema compares with what this program knows.
package enum SchemaState: Equatable, Sendable {
    /// The same.
    case current
    /// So many steps were run, more are known; 0: an empty database.
    case older(Int)
}
