/// The origins whose pages may call an application from a browser (fetch.spec.whatwg.org §3.2).
///
/// Credentials are never allowed: tokens are sent by the page itself, not by the browser.
package enum CrossOrigin: Equatable, Sendable {
    /// Pages of these origins.
    case origins([String])
    /// Pages of every origin, but only to read, and without a token.
    case everywhere

    /// Nobody's pages.
    package static let none = CrossOrigin.origins([])

    /// Reads a list of origins as `https://portal.example.org`, or the single word `*`.
    ///
    /// - Throws: ``InvalidOrigin`` for what a browser would never send: a path, capital letters, another scheme.
    package init(reading texts: [String]) throws(InvalidOrigin) {
        if texts == ["*"] {
            self = .everywhere
            return
        }
        for text in texts where !Self.isOrigin(text) { throw InvalidOrigin() }
        self = .origins(texts)
    }

    /// What `Access-Control-Allow-Origin` says to a page; `nil` if it may not read the answer.
    ///
    /// `isReading`: whether it only reads, and has no token.
    package func answer(to origin: ArraySlice<UInt8>, isReading: Bool) -> String? {
        switch self {
        case .origins(let origins): origins.first { origin.elementsEqual($0.utf8) }
        case .everywhere: isReading ? "*" : nil
        }
    }

    /// Scheme, host and port as RFC 6454 §6.2 writes them.
    private static func isOrigin(_ text: String) -> Bool {
        guard let scheme = ["https://", "http://"].first(where: { text.hasPrefix($0) }) else { return false }
        let bytes = Array(text.utf8.dropFirst(scheme.utf8.count))
        guard let authority = Authority(bytes[...]) else { return false }
        let isLower = !bytes.contains { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
        return isLower && !authority.host.isEmpty && !bytes.contains(UInt8(ascii: "/"))
    }
}

/// The refusal of a text that is no origin.
package struct InvalidOrigin: Error, Hashable, Sendable {}
