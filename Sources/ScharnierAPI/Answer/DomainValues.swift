package import JSON
package import Scharnier

// How the domain's values stand in JSON.

extension Identifier: JSONWritable {}
extension Instant: JSONWritable {}
extension Day: JSONWritable {}

extension CanonicalText where Self: JSONWritable {
    package func write(to writer: inout JSONWriter) {
        writer.quoted(reserving: Self.longestText) { append(to: &$0) }
    }
}

extension JSONWriter {
    /// A member that holds the word of a fixed list, or null.
    mutating func member(_ name: StaticString, word: (some RawRepresentable<String>)?) {
        member(name, word?.rawValue)
    }

    /// A member that holds words of a fixed list.
    mutating func member(_ name: StaticString, words: [some RawRepresentable<String>]) {
        member(name, words.map(\.rawValue))
    }

    /// The four members that every item has (api.md §1), the identifier first.
    mutating func common<Entity>(
        _ id: Identifier<Entity>, _ version: Int64, _ created: Instant, _ updated: Instant
    ) {
        member("id", id)
        member("version", version)
        member("created_at", created)
        member("updated_at", updated)
    }

    /// A span of days, or null.
    mutating func member(_ name: StaticString, days: DayRange?) {
        guard let days else { return member(name, nil as String?) }
        memberObject(name) { writer in
            writer.member("from_on", days.from)
            writer.member("to_on", days.to)
        }
    }

    /// A schedule.
    mutating func member(_ name: StaticString, schedule: Schedule) {
        memberObject(name) { writer in
            writer.member("type", word: schedule.kind)
            writer.member("starts_at", schedule.startsAt)
            writer.member("ends_at", schedule.endsAt)
            writer.member("from_on", schedule.days.from)
            writer.member("to_on", schedule.days.to)
            writer.member("hours_per_week", schedule.hoursPerWeek)
        }
    }
}

extension Form {
    /// A span of days.
    mutating func days(_ name: String, isNullable: Bool = true) -> DayRange? {
        nested(name, isNullable: isNullable) { form in
            DayRange(from: form.day("from_on"), to: form.day("to_on"))
        }
    }

    /// A schedule; open if absent.
    mutating func schedule(_ name: String) -> Schedule {
        nested(name, isNullable: false) { form in
            Schedule(
                kind: form.choice("type", .open), startsAt: form.instant("starts_at"),
                endsAt: form.instant("ends_at"),
                days: DayRange(from: form.day("from_on"), to: form.day("to_on")),
                hoursPerWeek: form.integer("hours_per_week"))
        } ?? Schedule()
    }
}

extension JSONWritable {
    /// The value as bytes.
    var encoded: [UInt8] {
        var writer = JSONWriter(capacity: 1024)
        writer.value(self)
        return writer.bytes
    }
}
