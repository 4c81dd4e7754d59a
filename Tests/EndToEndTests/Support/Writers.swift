import Foundation
import JSON
import Synchronization
import TestSupport
import Testing

/// Eight connections that write needs until the service is gone or they are told to stop.
final class Writers: Sendable {
    static let count = 8

    let ledger: Ledger
    private let token: String
    private let prefix: String
    private let running = Atomic(0)
    private let isStopped = Atomic(false)
    private let failures = Mutex<[String]>([])
    private let unanswered = Atomic(0)

    /// Writers of needs; `prefix` is what makes the titles of these writers different from all others.
    init(_ ledger: Ledger, token: String, prefix: String) {
        self.ledger = ledger
        self.token = token
        self.prefix = prefix
    }

    /// Answers other than 201 or a closed connection: there should be none.
    var unexpected: [String] { failures.withLock { $0 } }

    /// Connections that ended otherwise than by an answer that said so.
    var unansweredCount: Int { unanswered.load(ordering: .relaxed) }

    func start(on port: Int) {
        running.store(Self.count, ordering: .sequentiallyConsistent)
        for number in 0..<Self.count {
            Thread.detachNewThread { [self] in
                write(to: port, as: number)
                running.subtract(1, ordering: .sequentiallyConsistent)
            }
        }
    }

    func stop() { isStopped.store(true, ordering: .relaxed) }

    func waitUntilDone() throws {
        try eventually("all writers are done", within: 20) {
            running.load(ordering: .sequentiallyConsistent) == 0
        }
    }

    /// A connection carries 1,000 requests (server's limit); a writer stays below.
    private static let mostWrites = 900

    private func write(to port: Int, as number: Int) {
        do {
            let client = try RawClient(port: port)
            for step in 0..<Self.mostWrites where !isStopped.load(ordering: .relaxed) {
                guard try write("\(prefix) \(number) \(step)", on: client) else { return }
            }
        } catch {
            // Before the request was sent whole, or before the connection was made.
            unanswered.add(1, ordering: .relaxed)
        }
    }

    /// Writes one need; false when the connection has ended.
    private func write(_ title: String, on client: RawClient) throws -> Bool {
        try client.send(Caller.request("POST", "/v1/needs", Drafts.titled(title), token: token))
        guard let answer = try? client.readResponse() else {
            unanswered.add(1, ordering: .relaxed)
            return false
        }
        guard answer.status == 201, let id = try JSONValue(parsing: answer.body)["id"].text else {
            failures.withLock { $0.append("\(answer.status) \(answer.text)") }
            return false
        }
        ledger.record(Ledger.Entry(id: id, title: title))
        return answer["connection"] != "close"
    }
}

extension Writers {
    /// Writes to a service, and kills it after so many answers, in all, and a random pause after that.
    func writeUntilKilled(
        _ service: Service, answers goal: Int, moments: inout SeededGenerator
    ) throws {
        start(on: service.port)
        try eventually("\(goal) writes are acknowledged", within: 60) { self.ledger.count >= goal }
        usleep(UInt32.random(in: 0..<8_000, using: &moments))
        try service.kill()
        try waitUntilDone()
        #expect(unexpected == [])
    }
}
