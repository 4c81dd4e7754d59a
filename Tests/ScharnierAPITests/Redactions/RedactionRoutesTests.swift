import HTTPWire
import JSON
import Scharnier
import TestSupport
import Testing

/// Personal data are taken out of others' texts by the city or an officer in charge (F-43).
@Suite struct RedactionRoutesTests {
    private static let canary = "Kanarienvogel"

    private let application: Application

    init() throws { application = try Application() }

    private func body(_ changes: String, reason: String = "personal_data") -> String {
        #"{"reason_code":"\#(reason)","changes":[\#(changes)]}"#
    }

    private func redact(
        _ path: String, _ changes: String = #"{"pointer":"/title","text":"Schultaschen"}"#, as who: String?,
        match: String? = nil, key: String? = nil, query: String = ""
    ) -> Response {
        let fields = [("If-Match", match), ("Idempotency-Key", key)].compactMap { name, value in
            value.map { (name, $0) }
        }
        return application.send(.post, "\(path)/redactions\(query)", body(changes), as: who, fields: fields)
    }

    /// A need that names somebody in its title, published.
    private func need(area: String = "ar-nordmarkt") throws -> String {
        let document = Document.need(application, area: area).with("title", #""Ranzen für \#(Self.canary)""#)
        return try application.publishedNeed(document)
    }

    @Test func `the city or an officer in charge replaces a text, and the log says why`() throws {
        for who in ["city", "officer"] {
            let path = try need()
            let version = application.send(.get, path, as: who).integer("version") ?? 0
            let response = redact(path, as: who)
            #expect(response.outcome == "201", "\(response.faults)")
            #expect(response.text("event") == "redact")
            #expect(response.text("from") == "published" && response.text("to") == "published")
            #expect(response.text("reason_code") == "personal_data")
            #expect(response.text("item/title") == "Schultaschen")
            #expect(response.integer("item/revision") == 2)
            #expect(response.integer("item/version") ?? 0 > version)
            #expect(response.field("Location")?.hasPrefix("\(path)/transitions/") == true)
            #expect(response.field("Content-Location") == path)
            #expect(response.field("ETag") == application.send(.get, path, as: who).field("ETag"))
            let log = application.send(.get, "\(path)/transitions", as: "carrier")
            #expect(log.elements("items").last?["event"] == "redact")
        }
    }

    @Test func `nobody else may, not even the owner`() throws {
        let path = try need()
        for who in ["carrier", "stranger", "network", "company", "portal", "reader"] {
            #expect(redact(path, as: who).outcome.hasPrefix("403"), "\(who)")
        }
        #expect(redact(path, as: nil).outcome == "401 token_missing")
        #expect(redact(try need(area: "ar-hoerde"), as: "officer").outcome == "403 role_forbidden")
        let draft = try application.draftNeed(Document.need(application, area: "ar-hoerde"))
        #expect(redact(draft, as: "officer").outcome == "404 not_found")
        #expect(
            redact("/v1/needs/01a1fd70-f1c0-7abc-8def-0123456789ab", as: "city").outcome == "404 not_found")
        let offer = try application.activeOffer()
        #expect(redact(offer, as: "officer").outcome == "403 role_forbidden")
    }

    @Test func `every view says nothing of it afterwards`() throws {
        let path = try need()
        let watchers = [nil, "carrier", "officer", "city", "company", "reader"]
        for who in watchers {
            #expect(application.listed("/v1/needs?q=kanarienvogel", as: who) == [path.id])
        }
        _ = redact(path, as: "city")
        for who in watchers {
            for target in [path, "/v1/needs", "/v1/needs?fields=title", "/v1/needs?sort=title"] {
                let text = String(decoding: application.send(.get, target, as: who).body, as: UTF8.self)
                #expect(!text.lowercased().contains("kanarien"), "\(who ?? "public") \(target)")
            }
            #expect(application.listed("/v1/needs?q=kanarienvogel", as: who) == [])
            #expect(application.listed("/v1/needs?q=schultaschen", as: who) == [path.id])
        }
    }

    @Test func `an offer is redacted, too`() throws {
        let path = try application.activeOffer(
            Document.offer.with("conditions", #""Den \#(Self.canary) fragen""#))
        let response = redact(path, #"{"pointer":"/conditions","text":null}"#, as: "city")
        #expect(response.outcome == "201", "\(response.faults)")
        #expect(response["item/conditions"] == .null)
        #expect(response.text("item/status") == "active")
        #expect(application.listed("/v1/offers?q=kanarienvogel", as: nil) == [])
    }

    @Test func `the feed tells everyone who may have a copy to erase it, and where the rest is`() throws {
        let path = try need()
        let after = application.position
        _ = redact(path, as: "city")
        for who in ["carrier", "portal", "company", "officer", "city"] {
            let feed = application.send(.get, "/v1/changes?after=\(after)", as: who)
            #expect(feed.count("items") == 1, "\(who)")
            #expect(feed.text("items/0/op") == "erase", "\(who)")
            #expect(feed.text("items/0/href") == path, "\(who)")
            #expect(feed.text("items/0/origin") == (who == "city" ? "self" : "other"))
        }
        application.fire("pause", path, as: "carrier", facts: #","reason_code":"other""#)
        let hidden = application.position
        _ = redact(
            path, #"{"pointer":"/text","text":"Zwölf Kinder brauchen im Sommer Taschen."}"#, as: "city")
        let feed = application.send(.get, "/v1/changes?after=\(hidden)", as: "portal")
        #expect(feed.count("items") == 0)
        #expect(
            application.send(.get, "/v1/changes?after=\(hidden)", as: "city").text("items/0/op") == "erase")
    }

    @Test func `what was answered before is not answered again`() throws {
        let document = Document.need(application).with("title", #""Ranzen für \#(Self.canary)""#).text
        let send = { (key: String) in
            application.send(.post, "/v1/needs", document, as: "carrier", fields: [("Idempotency-Key", key)])
        }
        let path = try #require(send("a").field("Location"))
        let other = try #require(send("b").field("Location"))
        let first = redact(path, as: "officer", key: "r")
        #expect(first.status == 201)
        let again = send("a")
        #expect(again.outcome == "410 erased")
        #expect(!String(decoding: again.body, as: UTF8.self).contains(Self.canary))
        #expect(send("b").field("Location") == other)
        let repeated = redact(path, as: "officer", key: "r")
        #expect(repeated.body == first.body && repeated.field("Idempotency-Replayed") == "true")
    }

    @Test func `a remark in the log is replaced where it stands`() throws {
        let path = try application.draftNeed()
        application.fire("submit", path, as: "carrier")
        let note = #","reason_code":"unclear_text","note":"Wer ist \#(Self.canary)?""#
        let returned = application.fire("return", path, as: "city", facts: note)
        let id = try #require(returned.text("id"))
        let response = redact(path, #"{"pointer":"/transitions/\#(id)/note","text":null}"#, as: "city")
        #expect(response.outcome == "201", "\(response.faults)")
        #expect(response.integer("item/revision") == 1)
        let log = application.send(.get, "\(path)/transitions", as: "carrier")
        #expect(!String(decoding: log.body, as: UTF8.self).contains(Self.canary))
        #expect(log.text("items/1/reason_code") == "unclear_text")
        // It has none any more.
        let again = redact(path, #"{"pointer":"/transitions/\#(id)/note","text":"x"}"#, as: "city")
        #expect(again.faults == ["#/changes/0/pointer reference_not_found"])
    }

    @Test func `a remark of another record is none of this one`() throws {
        let (path, other) = (try need(), try need())
        let paused = application.fire(
            "pause", other, as: "carrier", facts: #","reason_code":"other","note":"n""#)
        let pointer = "/transitions/\(paused.text("id") ?? "")/note"
        let response = redact(path, #"{"pointer":"\#(pointer)","text":null}"#, as: "city")
        #expect(response.faults == ["#/changes/0/pointer reference_not_found"])
    }

    @Test func `all that is wrong is told at once`() throws {
        let path = try need()
        let changes = """
            {"pointer":"title","text":"a"},{"pointer":"/status","text":"a"},{"pointer":"/title","text":"ab"},
            {"pointer":"/title","text":"Mail an a@example.org"},{"pointer":"/items/0/title","text":null},
            {"pointer":"/text","text":null}
            """
        let before = application.position
        #expect(redact(path, changes, as: "city").faults == ["#/changes/0/pointer bad_format"])
        let response = redact(path, changes.replacing(#""title""#, with: #""/horizon""#), as: "city")
        #expect(
            response.faults == [
                "#/changes/3/pointer not_unique", "#/changes/3/text personal_data_suspected",
                "#/changes/0/pointer reference_not_found", "#/changes/1/pointer reference_not_found",
                "#/changes/4/text too_short", "#/changes/5/text required",
            ])
        #expect(application.position == before)
    }

    @Test func `form and reason are judged together`() throws {
        let path = try need()
        let send = { application.send(.post, "\(path)/redactions", $0, as: "city").faults }
        #expect(send("{}") == ["#/reason_code required", "#/changes required"])
        #expect(
            send(#"{"reason_code":"why","changes":[{"pointer":"/title"},{"text":"a\u0000","x":1}]}"#) == [
                "#/reason_code not_in_enum", "#/changes/0/text required", "#/changes/1/pointer required",
                "#/changes/1/text bad_characters", "#/changes/1/x unknown_member",
            ])
        #expect(send(#"{"reason_code":"personal_data","changes":[]}"#) == ["#/changes too_few"])
        let lines = #"{"reason_code":"personal_data","changes":[{"pointer":"/title","text":"a\nb"}]}"#
        #expect(send(lines) == ["#/changes/0/text bad_characters"])
    }

    @Test func `it is tried out, repeated and conditional like every write`() throws {
        let path = try need()
        let before = application.position
        let trial = redact(path, as: "city", query: "?dry_run=true")
        #expect(trial.status == 200 && trial.text("item/title") == "Schultaschen")
        #expect(application.position == before)
        #expect(redact(path, as: "city", match: "\"1\"").outcome == "412 precondition_failed")
        let first = redact(path, as: "city")
        let after = application.position
        let second = redact(path, as: "city")
        #expect(second.status == 200 && second.text("id") == first.text("id"))
        #expect(application.position == after)
    }

    @Test func `a token without the scope may not`() throws {
        let path = try need()
        let id = application.id(of: "city")
        let issued = application.send(
            .post, "/v1/tokens",
            #"{"organization_id":"\#(id)","role":"city_admin","scopes":["needs:write"],"label":"x"}"#,
            as: "city")
        let secret = try #require(issued.text("secret"), "\(issued.faults)")
        let response = application.send(
            .post, "\(path)/redactions", "{}",
            fields: [("Authorization", "Bearer \(secret)"), ("Content-Type", "application/json")])
        #expect(response.outcome == "403 scope_missing")
        #expect(response.text("required_scope") == "needs:redact")
    }
}
