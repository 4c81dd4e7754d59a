import HTTPWire
import JSON
import Scharnier

/// `/v1/inbox`: what waits for the caller (F-20).
enum InboxRoutes {
    static let all: [Route] = [
        Route(.get, "/v1/inbox", .readInbox, parameters: ["kind", "overdue", "limit"], .heavy(list))
    ]

    private static func list(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let kinds = try call.query.choices("kind", of: InboxTask.Kind.self)
        let isOverdue = try call.query.boolean("overdue")
        let limit = try call.query.integer("limit", in: 1...Int64(PageSize.largest), isClamped: true)
        let tasks = try tx.inbox(of: call.party).filter { task in
            (kinds.isEmpty || kinds.contains(task.kind))
                && (isOverdue.map { $0 == task.isOverdue(at: tx.now) } ?? true)
        }
        let body = InboxBody(tasks: tasks, limit: limit.map(Int.init) ?? PageSize.standard, now: tx.now)
        return .ok(body).tagged()
    }
}

/// The tasks on the wire: the first of them, and how many there are.
private struct InboxBody: JSONWritable {
    let tasks: [InboxTask]
    let limit: Int
    let now: Instant

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.memberArray("items") { writer in
                for task in tasks.prefix(limit) { writer.object { write(task, to: &$0) } }
            }
            writer.member("total", tasks.count)
            writer.member("overdue", tasks.count { $0.isOverdue(at: now) })
        }
    }

    private func write(_ task: InboxTask, to writer: inout JSONWriter) {
        writer.member("kind", word: task.kind)
        writer.member("entity", word: task.subject)
        writer.member("entity_id", task.id)
        writer.member("href", "/v1/\(task.subject.collection)/\(task.id)")
        writer.member("title", task.title)
        writer.member("acute", task.isAcute)
        writer.member("due_at", task.dueAt)
        writer.member("overdue", task.isOverdue(at: now))
        writer.member("text_de", task.kind.label.de)
        writer.member("text_en", task.kind.label.en)
    }
}
