import SQLite
import Testing

@Suite struct TransactionTests {
    struct Stop: Error {}

    let connection: Connection

    init() throws {
        connection = try .inMemory("CREATE TABLE t (a INTEGER PRIMARY KEY) STRICT")
    }

    @Test func `a transaction that returns is kept`() throws {
        let result = try connection.transaction {
            #expect(connection.isInTransaction)
            try connection.run("INSERT INTO t VALUES (1)")
            return 7
        }
        #expect(result == 7 && !connection.isInTransaction)
        #expect(try connection.count("SELECT count(*) FROM t") == 1)
    }

    @Test func `a transaction that throws keeps nothing`() throws {
        #expect(throws: Stop.self) {
            try connection.transaction {
                try connection.run("INSERT INTO t VALUES (1)")
                throw Stop()
            }
        }
        #expect(!connection.isInTransaction)
        #expect(try connection.count("SELECT count(*) FROM t") == 0)
    }

    @Test func `a transaction that SQLite took back can be seen`() throws {
        try connection.run("INSERT INTO t VALUES (1)")
        let error = sqliteError {
            try connection.transaction {
                do {
                    try connection.run("INSERT OR ROLLBACK INTO t VALUES (1)")
                } catch {
                    #expect(!connection.isInTransaction)
                    throw error
                }
            }
        }
        #expect(error?.isUniqueViolation == true)
    }

    @Test func `a deferred transaction sees one state throughout`() throws {
        let directory = try TemporaryDirectory()
        let writer = try Connection.writer(directory.file("a.db"))
        try writer.execute(script: "CREATE TABLE t (a INTEGER) STRICT")
        let reader = try Connection.reader(directory.file("a.db"))
        try reader.transaction(.deferred) {
            #expect(try reader.count("SELECT count(*) FROM t") == 0)
            try writer.run("INSERT INTO t VALUES (1)")
            #expect(try reader.count("SELECT count(*) FROM t") == 0)
        }
        #expect(try reader.count("SELECT count(*) FROM t") == 1)
    }

    @Test func `each beginning and all that is taken back is another epoch, and nothing else`() throws {
        var epochs = [connection.epoch]
        try connection.begin(.immediate)
        epochs.append(connection.epoch)
        try connection.attempting { try connection.run("INSERT INTO t VALUES (1)") }
        #expect(connection.epoch == epochs.last)
        #expect(throws: Stop.self) { try connection.attempting { throw Stop() } }
        epochs.append(connection.epoch)
        try connection.takingBack { try connection.run("INSERT INTO t VALUES (2)") }
        epochs.append(connection.epoch)
        connection.rollback()
        epochs.append(connection.epoch)
        epochs.append(try Connection.inMemory().epoch)
        #expect(Set(epochs).count == epochs.count)
    }

    @Test func `parts lie in each other, and each is taken back alone`() throws {
        try connection.transaction {
            try connection.attempting {
                try connection.run("INSERT INTO t VALUES (1)")
                #expect(throws: Stop.self) {
                    try connection.attempting {
                        try connection.run("INSERT INTO t VALUES (2)")
                        throw Stop()
                    }
                }
                try connection.takingBack { try connection.run("INSERT INTO t VALUES (3)") }
            }
        }
        #expect(try connection.count("SELECT sum(a) FROM t") == 1)
    }
}
