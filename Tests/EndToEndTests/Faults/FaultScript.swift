import JSON
import TestSupport

/// A few writes and reads on a service that something is wrong with: what was promised, and what was wrong.
struct FaultScript {
    /// Steps of one run; with some twenty calls on files each, they reach the two-hundredth.
    private static let steps = 12

    /// Statuses that say the service could not do it.
    private static let refusals: Set<Int> = [500, 503, 507]

    let token: String

    /// Needs that were acknowledged, in all runs.
    private(set) var acknowledged: [Ledger.Entry] = []

    /// Answers that should not be.
    private(set) var wrong: [String] = []

    /// Answers that said what the service could not do.
    private(set) var refused = 0

    private var count = 0

    init(token: String) {
        self.token = token
    }

    /// Writes a need and reads one, again and again, until the connection ends.
    mutating func run(on service: Service) {
        do {
            let caller = try Caller(service, token)
            for _ in 0..<Self.steps {
                try write(by: caller)
                if let entry = acknowledged.last { try read(entry, by: caller) }
            }
        } catch is RawClient.Failure {
            // The connection ended without an answer: nothing was promised.
        } catch {
            wrong.append("\(error)")
        }
    }

    /// Reads everything that was acknowledged since `start`.
    mutating func verify(on service: Service, from start: Int = 0) throws {
        let caller = try Caller(service, token)
        for entry in acknowledged[start...] {
            let reply = try caller.get("/v1/needs/\(entry.id)")
            if reply.body["title"].text != entry.title { wrong.append("lost: \(entry) \(reply.answer.text)") }
        }
    }

    private mutating func write(by caller: Caller) throws {
        count += 1
        let title = "Störung \(count)"
        let reply = try caller.post("/v1/needs", Drafts.titled(title))
        if reply.status == 201, let id = reply.body["id"].text {
            acknowledged.append(Ledger.Entry(id: id, title: title))
        } else {
            note(reply)
        }
    }

    private mutating func read(_ entry: Ledger.Entry, by caller: Caller) throws {
        let reply = try caller.get("/v1/needs/\(entry.id)")
        if reply.status == 200 {
            if reply.body["title"].text != entry.title { wrong.append("another: \(reply.answer.text)") }
        } else {
            note(reply)
        }
    }

    private mutating func note(_ reply: Reply) {
        if Self.refusals.contains(reply.status), reply.body["code"].text != nil {
            refused += 1
        } else {
            wrong.append("\(reply.status) \(reply.answer.text)")
        }
    }
}
