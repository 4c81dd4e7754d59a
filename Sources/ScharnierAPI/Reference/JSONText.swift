import JSON

/// JSON for people: a member or element a line, short lists of scalars on one.
enum JSONText {
    /// Characters of a list that still stands on one line.
    private static let shortList = 72

    /// A value with its lines indented.
    static func indented(_ value: JSONValue, by depth: Int = 0) -> String {
        switch value {
        case .object(let object) where !object.members.isEmpty:
            lines(object.members.map { (compact(.string($0.name)) + ": ", $0.value) }, "{", "}", depth)
        case .array(let elements) where !isShort(elements):
            lines(elements.map { ("", $0) }, "[", "]", depth)
        default: compact(value)
        }
    }

    private static func lines(
        _ parts: [(name: String, value: JSONValue)], _ open: String, _ close: String, _ depth: Int
    ) -> String {
        let margin = String(repeating: "  ", count: depth)
        let lines = parts.map { "\(margin)  \($0.name)\(indented($0.value, by: depth + 1))" }
        return "\(open)\n\(lines.joined(separator: ",\n"))\n\(margin)\(close)"
    }

    private static func isShort(_ elements: [JSONValue]) -> Bool {
        let isFlat = elements.allSatisfy { element in
            switch element {
            case .object, .array: false
            default: true
            }
        }
        return isFlat && compact(.array(elements)).utf8.count <= shortList
    }

    private static func compact(_ value: JSONValue) -> String {
        var writer = JSONWriter()
        writer.value(value)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
