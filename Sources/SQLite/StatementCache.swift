/// The prepared statements of one connection, by the literals their text is made of.
struct StatementCache {
    /// The most statements kept; more than the product has, so that only lists of varying length sweep it.
    static let capacity = 512

    private(set) var statements: [Key: Statement] = [:]

    /// The statements of commands, by their numbers; never swept, for there are as many as the program has.
    private var commands: [Statement?] = []

    /// A text as the literals it is made of.
    struct Key: Hashable {
        let pieces: [Piece]

        /// Folds the addresses before hashing: they do not come from outside, so nobody can choose them to collide.
        func hash(into hasher: inout Hasher) {
            hasher.combine(pieces.reduce(UInt(0)) { $0 &* 31 &+ $1.address })
        }
    }

    /// The statement for `sql`, if there is one and it is not in the middle of a run.
    mutating func idle(for sql: SQL) -> Statement? {
        guard let statement = statements[Key(pieces: sql.pieces)], !statement.isBusy else { return nil }
        statement.wasUsed = true
        return statement
    }

    /// Keeps a statement, unless one for the same text is there.
    mutating func keep(_ statement: Statement, for sql: SQL) {
        guard statements[Key(pieces: sql.pieces)] == nil else { return }
        if statements.count >= Self.capacity { sweep() }
        statements[Key(pieces: sql.pieces)] = statement
    }

    func statement(for command: RowCommand) -> Statement? {
        command.number < commands.count ? commands[command.number] : nil
    }

    mutating func keep(_ statement: Statement, for command: RowCommand) {
        while commands.count <= command.number { commands.append(nil) }
        commands[command.number] = statement
    }

    mutating func removeAll() {
        statements.removeAll()
        commands.removeAll()
    }

    /// Drops what was not used since the last sweep; if everything was, all that is not running.
    private mutating func sweep() {
        statements = statements.filter { $0.value.wasUsed || $0.value.isBusy }
        if statements.count >= Self.capacity { statements = statements.filter { $0.value.isBusy } }
        for statement in statements.values { statement.wasUsed = false }
    }
}
