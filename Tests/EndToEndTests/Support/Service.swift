import Foundation
import JSON
import TestSupport

/// A running `scharnier serve` on a port that the system chose; killed when it goes out of scope.
final class Service {
    let port: Int
    /// The ports of all its listeners.
    let ports: [Int]
    /// From starting the process to its first answer.
    let startup: Duration
    private let run: Run

    /// `options` are more words for the command; `securing` what a client does before it asks.
    init(
        _ database: String, _ options: [String] = [], environment: [String: String] = [:], in folder: Folder,
        waitsForReadiness: Bool = true, securing: (RawClient) throws -> Void = { _ in }
    ) throws {
        let start = ContinuousClock.now
        let run = try Run(
            Program.binary(), ["serve", "--db", database, "--listen", "127.0.0.1:0"] + options,
            environment: Self.surroundings.merging(environment) { _, new in new }, in: folder)
        self.run = run
        let port = try eventually("the service tells its port") {
            guard run.isRunning else { throw Missing(what: "a running service: \(run.errors)") }
            return Self.ports(in: run.errors).first
        }
        self.port = port
        ports = Self.ports(in: run.errors)
        if waitsForReadiness {
            try eventually("the service is ready") { try Self.isReady(port, securing) }
        }
        startup = ContinuousClock.now - start
    }

    /// Tests run on disks that may be nearly full, many services at a time, and send more than anybody else does.
    private static let surroundings = [
        "SCHARNIER_DISK_FLOOR_MIB": "0", "SCHARNIER_DISK_RESERVE_MIB": "1", "SCHARNIER_QUOTA_ANONYMOUS": "0",
        "SCHARNIER_QUOTA_TOKEN": "0", "SCHARNIER_QUOTA_WRITE": "0", "SCHARNIER_QUOTA_FAILURES": "0",
    ]

    var processID: Int32 { run.processID }

    /// The lines of the log so far.
    var log: String { run.errors }

    /// Ends it at once, as a power cut ends a process.
    func kill() throws {
        run.send(SIGKILL)
        _ = try run.outcome()
    }

    /// Asks it to read its configuration again.
    func hangUp() { send(SIGHUP) }

    func send(_ signal: Int32) { run.send(signal) }

    /// Asks it to end.
    func terminate() { run.send(SIGTERM) }

    /// Whether the process is still there.
    var isRunning: Bool { run.isRunning }

    /// Waits for its end.
    func outcome() throws -> Outcome { try run.outcome() }

    /// A new connection.
    func connect(timeout: Int = 10, receiveBuffer: Int32? = nil) throws -> RawClient {
        try RawClient(port: port, timeout: timeout, receiveBuffer: receiveBuffer)
    }

    static func ports(in log: String) -> [Int] {
        for line in log.split(separator: "\n") where line.contains(#""msg":"serving""#) {
            guard let entry = try? JSONValue(parsing: Array(line.utf8)) else { continue }
            return (entry["ports"].text ?? "").split(separator: " ").compactMap { Int($0) }
        }
        return []
    }

    private static func isReady(_ port: Int, _ securing: (RawClient) throws -> Void) throws -> Bool {
        let client = try RawClient(port: port)
        try securing(client)
        try client.send("GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        return try client.readResponse().status == 200
    }
}
