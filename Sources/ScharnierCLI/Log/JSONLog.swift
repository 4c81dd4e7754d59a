import JSON
import Logging
import Scharnier
import ScharnierStore

/// One JSON object per line (operations.md §8), through the log's own thread.
struct JSONLog: LogHandler {
    let queue: LogQueue
    var metadata: Logger.Metadata = [:]

    init(_ queue: LogQueue) {
        self.queue = queue
    }

    /// That of the whole process, which SIGHUP can change.
    var logLevel: Logger.Level {
        get { LogThreshold.level }
        set {}
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let members = metadata.merging(event.metadata ?? [:]) { _, new in new }
        let line = Self.line(event.level.rawValue, event.message.description) { writer in
            for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                writer.member(named: name, value.description)
            }
            if let error = event.error { writer.member("cause", "\(error)") }
        }
        queue.append(.line(line))
    }

    /// The line that says how many lines were lost.
    static func droppedLine(_ count: Int64) -> [UInt8] {
        line("warning", "log lines dropped") { $0.member("count", count) }
    }

    private static func line(
        _ level: String, _ message: String, _ more: (inout JSONWriter) -> Void
    ) -> [UInt8] {
        var writer = JSONWriter(capacity: 256)
        writer.object { writer in
            writer.member("ts", WallClock.now().description)
            writer.member("level", level)
            writer.member("msg", message)
            more(&writer)
        }
        writer.endLine()
        return writer.bytes
    }
}
