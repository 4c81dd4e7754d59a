import HTTPWire
package import Scharnier

/// That an operation will go away: since when nobody should begin to use it, and until when it answers (api.md §14).
package struct Deprecation: Equatable, Sendable {
    /// The first day on which it is deprecated.
    package let since: Day

    /// The last day on which it answers.
    package let until: Day

    /// Where it is written what to use instead.
    package let page: String

    /// Days that callers have at least: twelve months.
    package static let leastDays = 365

    /// A deprecation; `nil` if it leaves callers less than twelve months, or the page cannot stand in a field.
    package init?(since: Day, until: Day, page: String) {
        let isAddress = page.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ">") }
        guard until.days(since: since) + 1 >= Self.leastDays, !page.isEmpty, isAddress else { return nil }
        self.since = since
        self.until = until
        self.page = page
    }

    private static let secondsPerDay = 86_400

    /// `Deprecation` (RFC 9745 §2.1): the begin of the first day.
    var deprecationField: String { "@\(Int(since.number) * Self.secondsPerDay)" }

    /// `Sunset` (RFC 8594 §3): the last second of the last day.
    var sunsetField: String {
        let second = (Int(until.number) + 1) * Self.secondsPerDay - 1
        return String(decoding: HTTPDate.bytes(secondsSince1970: second), as: UTF8.self)
    }

    /// `Link` (RFC 9745 §3).
    var linkField: String { "<\(page)>; rel=\"deprecation\"" }
}

extension Response {
    /// Tells callers that they use what will go away.
    mutating func announce(_ deprecation: Deprecation) {
        append("Deprecation", dynamic: deprecation.deprecationField)
        append("Sunset", dynamic: deprecation.sunsetField)
        append(.link, dynamic: deprecation.linkField)
    }
}
