import HTTPWire
import JSON
import TestSupport
import Testing

/// Whatever stands in a parameter is a value (operations.md §7, §17).
///
/// It is refused, or honestly answered, and never becomes anything else. Paths and parameters come from the contract, so
/// that a new one is tried as well.
@Suite struct InjectionTests {
    private let application: Application
    private let contract: OpenAPI

    init() throws {
        application = try Application()
        contract = try OpenAPI.read()
        _ = try application.publishedNeed()
        _ = try application.activeOffer()
    }

    @Test func `no string in any query parameter is more than a value`() throws {
        var tried = 0
        for operation in contract.operations where operation.method == "GET" {
            let path = operation.path.replacing(#/{[^}]*}/#, with: Self.missing)
            for name in contract.queryParameters(of: operation).sorted() {
                for string in Hostile.strings {
                    let response = try answer(.get, "\(path)?\(name)=\(string)")
                    try expectHonest(response, "\(operation.name) \(name) \(string)")
                    tried += 1
                }
            }
        }
        #expect(tried >= 1_000)
    }

    @Test func `no string in any path is more than a name of nothing`() throws {
        let position = application.position
        var tried = 0
        for operation in contract.operations where operation.path.contains("{") {
            let method = try #require(Method(Array(operation.method.utf8)[...]))
            for string in Hostile.strings where !string.isEmpty {
                let path = operation.path.replacing(#/{[^}]*}/#, with: string)
                let response = try answer(method, path)
                try expectHonest(response, "\(operation.name) \(string)")
                #expect((400..<500).contains(response.status), "\(operation.name) \(string)")
                tried += 1
            }
        }
        #expect(tried >= 1_000)
        #expect(application.position == position)
    }

    @Test func `no string as the name of a parameter is known`() throws {
        for string in Hostile.strings where !string.isEmpty {
            let response = try answer(.get, "/v1/needs?\(string)=1")
            // The name itself is told back, as what it is.
            #expect(response.outcome.hasPrefix("400 "), "\(string) \(response.outcome)")
            #expect(response.field("Content-Type") == "application/problem+json")
            _ = try response.json()
        }
    }

    @Test func `after all of it everything is still there`() throws {
        let before = (
            application.listed("/v1/needs", as: nil), application.listed("/v1/offers", as: "company")
        )
        for string in Hostile.strings {
            for collection in ["needs", "offers"] {
                for name in ["q", "horizon", "cursor", "sort", "area"] {
                    _ = try answer(.get, "/v1/\(collection)?\(name)=\(string)")
                }
            }
        }
        #expect(application.listed("/v1/needs", as: nil) == before.0)
        #expect(application.listed("/v1/offers", as: "company") == before.1)
        #expect(before.0.count == 1 && before.1.count == 1)
    }

    private static let missing = "01a1fd70-f1c0-7abc-8def-0123456789ab"

    /// As the city asks, who may reach everything.
    private func answer(_ method: Method, _ target: String) throws -> Response {
        let takesBody = [.post, .patch, .put].contains(method)
        let match = method == .patch || method == .delete ? [("If-Match", "*")] : []
        return application.send(method, target, takesBody ? "{}" : nil, as: "city", fields: match)
    }

    /// Neither a fault inside, nor words from the inside, nor anything that is not the declared form.
    private func expectHonest(_ response: Response, _ what: String) throws {
        #expect((200..<500).contains(response.status), "\(what): \(response.outcome)")
        let text = String(decoding: response.body, as: UTF8.self).lowercased()
        if response.status >= 400 {
            #expect(response.field("Content-Type") == "application/problem+json", "\(what)")
            for word in ["sqlite", "select ", "fatal", "swift", ".sql", "/etc/"] {
                #expect(!text.contains(word), "\(what): \(text)")
            }
        }
        if response.field("Content-Type")?.hasSuffix("json") == true { _ = try response.json() }
    }
}

/// Strings that have meant something to some interpreter, percent-encoded as they go over the wire.
private enum Hostile {
    static let strings = texts.map(encoded) + octets

    private static let texts = [
        // SQL, and what its functions take for patterns.
        "'", "\"", "' OR '1'='1", "1 OR 1=1--", "'; DROP TABLE need;--",
        "') UNION SELECT digest FROM accessToken--",
        "x' AND 1=randomblob(1000000000)--", "%", "_", "%' ESCAPE '\\", "`need`", "[need]", "?1", ":name",
        "@p", "$1",
        // Search languages.
        "NEAR(a b)", "a OR b", "a AND", "title:*", "*", "^a", "{a b} : c", "\"unclosed", "(((((((((((", "-a",
        "+a",
        // Files, shells, templates, format strings, loggers, LDAP, XPath, documents.
        "../../../../etc/passwd", "..\\..\\windows", "/etc/passwd", "file:///etc/passwd", "$(id)", "`id`",
        "; id", "| id",
        "{{7*7}}", "${jndi:ldap://127.0.0.1/a}", "#{7*7}", "%s%s%n", "*)(uid=*", "' or ''='", "{\"$ne\":1}",
        "[]", "null",
        "true", "<script>alert(1)</script>", "<!ENTITY x SYSTEM 'file:///etc/passwd'>", "javascript:alert(1)",
        // Ends of lines and texts.
        "a\r\nSet-Cookie: a=b", "a\nb", "a\u{0}b", "\u{0}", "\u{1B}[31m", "\u{7F}",
        // Numbers that are none, and some that are too large.
        "-1", "+1", " 1", "01", "1e3", "1.5", "0x10", "NaN", "Infinity", "9223372036854775807",
        "9223372036854775808", "-9223372036854775809", "99999999999999999999999999", "１２",
        // Dates and identifiers that are none.
        "2026-02-30", "0000-00-00", "2026-11-21T25:00:00Z", "00000000-0000-0000-0000-000000000000",
        "01A1FD70-F1C0-7ABC-8DEF-0123456789AB", "01a1fd70-f1c0-7abc-8def-0123456789a", "latest' OR 1=1",
        // Text that is not what it seems.
        "\u{202E}", "\u{200B}", "e\u{301}", "\u{212A}", "\u{FEFF}", "\u{FFFF}", "\u{1F469}\u{200D}\u{1F692}",
        "ß", "İ",
        // Lists, and much of everything.
        ",", ",,,,", "a,b,", "acute,acute", String(repeating: "a", count: 5_000),
        String(repeating: "a,", count: 1_000), String(repeating: "(", count: 3_000),
        String(repeating: "\u{301}", count: 500), "",
    ]

    /// Octets that are no UTF-8, and characters escaped twice.
    private static let octets = [
        "%FF%FE", "%C0%80", "%C0%AE%C0%AE%2F", "%ED%A0%80", "%F4%90%80%80", "%E2%82", "a%80b", "%2527",
        "%252e%252e%252f",
        "%00", "%0d%0aX:%20y", "+", "a+b", "a=b", "a=b=c", "a&b=c", "a&a=c", "&", "%26", "a;b=c", "a?b",
        "%3F",
    ]

    private static func encoded(_ text: String) -> String {
        text.utf8.map { octet in
            switch octet {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"):
                String(Unicode.Scalar(octet))
            default: "%" + (octet < 16 ? "0" : "") + String(octet, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
