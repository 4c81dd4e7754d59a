import HTTPWire
import Scharnier
import TestSupport
import Testing

@testable import ScharnierAPI

@Suite struct ReferencePagesTests {
    private let pages: ReferencePages

    init() throws { pages = try ReferencePages() }

    /// A page has room for this much; more is slow on a weak connection.
    private static let mostBytes = 60_000

    @Test func `links lead to a page about every subject, operation, schema in use and problem`() throws {
        let addresses = Set(pages.addresses())
        let contract = try OpenAPI.read()
        let tags = contract.root["tags"].elements.compactMap { $0["name"].string?.lowercased() }
        let operations = contract.operations.compactMap { $0.node["operationId"].string }
        for name in tags + operations + ["problems", "Need", "NeedDraft"] {
            #expect(addresses.contains("/docs/\(name)"), "\(name)")
        }
        for problem in DescribedProblem.all { #expect(addresses.contains("/problems/\(problem.code)")) }
    }

    @Test(arguments: ["de", "en"]) func `every page is small, well-formed and without scripts`(
        _ language: String
    ) {
        for address in pages.addresses() {
            let page = pages.page(address, in: language)
            let name = Comment(rawValue: address)
            #expect(page.status == 200 && page.field(.contentType) == "text/html; charset=utf-8", name)
            #expect(page.body.count <= Self.mostBytes, "\(address) has \(page.body.count)")
            let text = String(decoding: page.body, as: UTF8.self)
            #expect(PageTags(text).isBalanced, name)
            #expect(
                text.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language)\"><head><meta charset=\"utf-8\">"),
                name)
            for word in ["<script", "javascript:", " style=", " onclick", "<img", "<iframe", "<form"] {
                #expect(!text.contains(word), name)
            }
        }
    }

    @Test func `every page has one title, headings in order, and cells that say what they head`() {
        for address in pages.addresses() {
            let tags = PageTags(pages.text(address))
            let headings = tags.names.filter { ["h1", "h2", "h3"].contains($0) }
            #expect(headings.first == "h1" && headings.dropFirst().allSatisfy { $0 == "h2" }, "\(address)")
            #expect(
                tags.names.filter { $0 == "main" || $0 == "nav" || $0 == "title" }.count == 3, "\(address)")
            #expect(
                tags.tags.filter { $0.hasPrefix("<th") && $0 != "<thead>" }.allSatisfy {
                    $0.contains("scope=")
                })
        }
    }

    @Test func `a page may load its style and nothing else`() {
        let policy = pages.page("/docs").field("Content-Security-Policy")?.split(separator: "; ").map(
            String.init)
        #expect(
            policy == [
                "default-src 'none'", "style-src 'self'", "img-src 'self'", "base-uri 'none'",
                "form-action 'none'",
                "frame-ancestors 'none'",
            ])
        let style = pages.page("/style.css")
        #expect(style.status == 200 && style.field(.contentType) == "text/css; charset=utf-8")
        #expect(!String(decoding: style.body, as: UTF8.self).contains("url("))
    }

    @Test func `the address decides on the language, then the reader's browser, then German`() {
        let languages = [("/docs?lang=en", "de"), ("/docs?lang=de", "en"), ("/docs", "en"), ("/docs", "fr")]
            .map {
                pages.page($0, in: $1).field(.contentLanguage)
            }
        #expect(languages == ["en", "de", "en", "de"])
        #expect(pages.text("/docs?lang=en").contains("href=\"/docs/needs?lang=en\""))
        #expect(pages.page("/docs?lang=fr").outcome == "400 parameter_invalid")
    }

    @Test func `a page that did not change is not sent again, in the same language`() throws {
        let tag = try #require(pages.page("/docs/createNeed").field(.eTag))
        let again = { (language: String) in
            pages.application.send(
                .get, "/docs/createNeed", fields: [("If-None-Match", tag), ("Accept-Language", language)])
        }
        #expect(again("de").status == 304)
        #expect(again("en").status == 200)
        #expect(again("de").field(.cacheControl) == "public, max-age=30")
    }

    @Test(arguments: [
        "/docs/nothing", "/docs/Nothing", "/docs/%3Cb%3E", "/problems/nothing", "/docs/needs/x",
    ])
    func `there is no page about what does not exist`(_ address: String) {
        #expect(pages.page(address).outcome == "404 not_found")
    }

    @Test(arguments: DescribedProblem.all.map(\.code)) func `a problem says what caused it and what to do`(
        _ code: String
    ) throws {
        let problem = try #require(DescribedProblem.named(Array(code.utf8)[...]))
        for text in [problem.cause, problem.remedy] {
            #expect(text.de != text.en && text != problem.title)
            #expect(text.de.hasSuffix(".") && text.en.hasSuffix("."))
        }
        for (language, cause, remedy) in [
            ("de", problem.cause.de, problem.remedy.de), ("en", problem.cause.en, problem.remedy.en),
        ] {
            let text = pages.text("/problems/\(code)", in: language)
            #expect(text.contains(cause) && text.contains("<h1>") && text.contains(code))
            #expect(text.contains(remedy.replacing("\"", with: "&quot;")))
        }
    }

    @Test func `the type of a problem leads to its page`() throws {
        let type = try #require(pages.application.send(.get, "/v1/nothing").text("type"))
        let address = try #require(type.split(separator: "city.example.org").last).description
        #expect(address == "/problems/not_found")
        #expect(pages.page(address).status == 200)
    }

    @Test func `an operation shows who may, what to send and what comes back`() {
        let text = pages.text("/docs/createNeed", in: "en")
        for piece in [
            "POST /v1/needs", "needs:write", "Carrier</th><td>one&#39;s own", "href=\"/docs/NeedDraft\"",
            "curl -X POST &#39;http://city.example.org/v1/needs", "Authorization: Bearer $TOKEN",
            "href=\"/problems/validation_failed\"", "<dt>201</dt>",
        ] {
            #expect(
                text.contains(piece.replacing("&#39;", with: "'").replacing("\"Auth", with: "Auth")),
                "\(piece)")
        }
    }
}
