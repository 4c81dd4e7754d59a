import JSON
import Logging
import Scharnier
import ScharnierStore

/// One JSON object per line on standard error (operations.md §8).
struct JSONLog: LogHandler {
    var metadata: Logger.Metadata = [:]
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
        var writer = JSONWriter(capacity: 256)
        writer.object { writer in
            writer.member("ts", WallClock.now().description)
            writer.member("level", event.level.rawValue)
            writer.member("msg", event.message.description)
            for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                writer.member(named: name, value.description)
            }
            if let error = event.error { writer.member("cause", "\(error)") }
        }
        Console.say(String(decoding: writer.bytes, as: UTF8.self))
    }
}
