import JSON

/// An answered page of a list, taken apart: each item as it is, and where it goes on.
struct ListDocument: Sendable {
    let items: [ArraySlice<UInt8>]

    /// The cursor of the next page.
    let next: String?

    /// What every page begins with.
    private static let beginning = Array(#"{"items":["#.utf8)

    /// The parts of `page`, which this program has written; nil for anything else.
    init?(_ page: [UInt8]) {
        guard page.starts(with: Self.beginning) else { return nil }
        var items: [ArraySlice<UInt8>] = []
        var start = Self.beginning.count
        var (depth, isText, isEscaped) = (0, false, false)
        var end: Int?
        for index in page.indices.dropFirst(start) {
            let byte = page[index]
            if isText {
                let isEnd = byte == UInt8(ascii: "\"") && !isEscaped
                isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
                isText = !isEnd
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isText = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ",") where depth == 0:
                items.append(page[start..<index])
                start = index + 1
            case UInt8(ascii: "]") where depth == 0:
                if index > start { items.append(page[start..<index]) }
                end = index
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
            if end != nil { break }
        }
        guard let end, let rest = Self.rest(page[end...].dropFirst()) else { return nil }
        self.items = items
        if case .string(let cursor) = rest["next_cursor"] { next = cursor } else { next = nil }
    }

    /// What stands behind the items.
    private static func rest(_ bytes: ArraySlice<UInt8>) -> JSONObject? {
        guard bytes.first == UInt8(ascii: ","),
            case .object(let rest) = try? JSONValue(parsing: [UInt8(ascii: "{")] + bytes.dropFirst())
        else { return nil }
        return rest
    }
}
