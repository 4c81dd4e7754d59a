import ChildProcesses
import Foundation
import SQLite
import ScharnierStore
import Testing

@Suite struct OwnerLockTests {
    let database: TemporaryDatabase

    init() throws { database = try TemporaryDatabase("") }

    @Test func `the second owner is told who the first is`() throws {
        let lock = try OwnerLock(database: database.path)
        let fault = #expect(throws: OwnerLockFault.self) { _ = try OwnerLock(database: database.path) }
        #expect(fault == .held(file: database.path, owner: getpid()))
        #expect(fault?.description.contains("process \(getpid())") == true)
        lock.release()
        try acquireSoon()
    }

    /// Takes the lock within ten seconds: a child that another test starts has a copy of the descriptor until it is
    /// the program it shall be.
    private func acquireSoon() throws {
        for _ in 0..<10_000 {
            do { return _ = try OwnerLock(database: database.path) } catch { usleep(1_000) }
        }
        _ = try OwnerLock(database: database.path)
    }

    @Test func `another process is kept out, and the lock ends with its owner`() throws {
        let process = try ChildProcess("flock", ["--no-fork", database.path + ".lock", "sleep", "60"])
        let deadline = Date().addingTimeInterval(10)
        var held = false
        while !held, Date() < deadline {
            do { _ = try OwnerLock(database: database.path) } catch { held = true }
        }
        #expect(held)
        process.send(SIGKILL)
        #expect(try process.wait() == 128 + SIGKILL)
        try acquireSoon()
    }

    @Test func `a lock in a directory that is missing is an error that names the call`() {
        let fault = #expect(throws: OwnerLockFault.self) { _ = try OwnerLock(database: "/nonexistent/a.db") }
        #expect(fault?.description.contains("open /nonexistent/a.db.lock: No such file") == true)
    }

    @Test func `a new database and its directory are private`() throws {
        let path = database.directory + "/state/a.db"
        #expect(try DatabaseFile.make(at: path))
        #expect(try !DatabaseFile.make(at: path))
        let writer = try Connection(path: path, mode: .readWrite, settings: .writer)
        try writer.execute(script: "CREATE TABLE t (a TEXT) STRICT")
        #expect(try mode(of: database.directory + "/state") == 0o700)
        for suffix in ["", "-wal", "-shm"] { #expect(try mode(of: path + suffix) == 0o600) }
    }

    private func mode(of path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
}
