import HTTPWire
import TestSupport
import Testing

@testable import ScharnierAPI

/// Every page of the reference, found by following links as a reader would.
struct ReferencePages {
    let application: Application

    init() throws { application = try Application() }

    /// The addresses that one can get to from the first page, without the ones in the other language.
    func addresses() -> [String] {
        var found = ["/docs"]
        var next = 0
        while next < found.count {
            for link in links(of: found[next]) where !found.contains(link) && !link.hasPrefix("/openapi") {
                found.append(link)
            }
            next += 1
        }
        return found
    }

    /// Where the links of a page lead, all within this host.
    private func links(of address: String) -> [String] {
        text(address).split(separator: " href=\"").dropFirst().compactMap { rest in
            let target = String(rest.prefix { $0 != "\"" })
            return target.hasPrefix("/") && !target.contains("lang=") && target != "/style.css" ? target : nil
        }
    }

    func page(_ address: String, in language: String = "de") -> Response {
        application.send(.get, address, fields: [("Accept-Language", language)])
    }

    func text(_ address: String, in language: String = "de") -> String {
        String(decoding: page(address, in: language).body, as: UTF8.self)
    }
}

/// A document taken apart at its tags.
struct PageTags {
    /// As `<a href="/docs">`, `</a>`.
    let tags: [String]

    init(_ text: String) {
        tags = text.split(separator: "<").compactMap { part in
            part.firstIndex(of: ">").map { "<" + part[...$0] }
        }
    }

    /// The names of elements, in order.
    var names: [String] { tags.filter { !$0.hasPrefix("</") && !$0.hasPrefix("<!") }.map(Self.name) }

    /// Whether every element that begins ends where it must; elements without content do not end.
    var isBalanced: Bool {
        var open: [String] = []
        for tag in tags where !tag.hasPrefix("<!") {
            let name = Self.name(tag)
            if ["meta", "link"].contains(name) { continue }
            if !tag.hasPrefix("</") {
                open.append(name)
            } else if open.popLast() != name {
                return false
            }
        }
        return open.isEmpty
    }

    private static func name(_ tag: String) -> String {
        String(tag.drop { $0 == "<" || $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
    }
}
