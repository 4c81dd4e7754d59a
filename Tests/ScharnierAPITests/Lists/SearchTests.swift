import HTTPWire
import JSON
import TestSupport
import Testing

/// `q`: words in what the caller may read (api.md §8).
@Suite struct SearchTests {
    private let application: Application

    init() throws { application = try Application() }

    private func found(_ query: String, in collection: String = "needs", as who: String? = nil) -> [String] {
        application.listed("/v1/\(collection)?q=\(query)", as: who)
    }

    @Test(arguments: ["M%C3%BCller", "Mueller", "muller", "M%C3%9CLLERS+Lager", "mul", "Mue"])
    func `all spellings find each other`(_ query: String) throws {
        let need = try application.publishedNeed(
            .need(application).with("title", #""Regale für Müllers Lager""#)
        ).id
        _ = try application.publishedNeed()
        #expect(found(query) == [need])
    }

    @Test func `all words must match, short ones whole`() throws {
        let need = try application.publishedNeed().id
        #expect(found("schultaschen+kinder") == [need])
        #expect(found("schult+kind") == [need])
        #expect(found("schultaschen+fahrrad").isEmpty)
        #expect(found("zw%C3%B6lf") == [need])
        #expect(found("zw").isEmpty)
        #expect(found("zum") == [need])
        #expect(found("schultaschen&horizon=acute").isEmpty)
        #expect(found("schultaschen&sort=title&limit=1") == [need])
    }

    @Test func `offers and organisations are found by what they say`() throws {
        let offer = try application.activeOffer().id
        #expect(found("schultaschen+neu", in: "offers") == [offer])
        #expect(found("beispiel+carrier", in: "organizations") == [application.id(of: "carrier")])
        #expect(
            application.send(.get, "/v1/introductions?q=x", as: "city").outcome == "400 parameter_unknown")
    }

    @Test(arguments: [
        "", "+", "*", "%22", "()", String(repeating: "x", count: 201),
        "a+b+c+d+e+f+g+h+i+j+k", "%00", "%ff", "x&q=y",
    ])
    func `a search without words, or with too many, is refused`(_ query: String) {
        #expect(application.send(.get, "/v1/needs?q=\(query)").outcome == "400 parameter_invalid")
    }

    @Test(arguments: [
        ("schultaschen*", true), ("%22schultaschen%22", true), ("%5Eschultaschen", true),
        ("{schultaschen}", true),
        ("-schultaschen", true), ("schultaschen'--", true), ("schult%25", true), ("schult_schen", false),
        ("title:schultaschen", false), ("schultaschen+NOT+kinder", false), ("NEAR(schultaschen)", false),
    ])
    func `what somebody types is words and never a syntax`(_ query: String, _ isFound: Bool) throws {
        let need = try application.publishedNeed().id
        let response = application.send(.get, "/v1/needs?q=\(query)")
        #expect(response.status == 200, "\(response.outcome)")
        #expect(response.ids == (isFound ? [need] : []))
    }

    @Test func `a draft is found by its owner and by nobody else`() throws {
        let draft = try application.draftNeed(.need(application).with("title", #""Canary im Entwurf""#)).id
        #expect(found("canary", as: "carrier") == [draft])
        #expect(found("canary", as: "city") == [draft])
        for who in [nil, "stranger", "company", "reader", "portal"] as [String?] {
            #expect(found("canary", as: who).isEmpty)
            let counted = application.send(.get, "/v1/needs?q=canary&count=exact", as: who)
            #expect(counted.integer("count") == 0)
        }
    }

    @Test func `what is deleted or said no more is found no more`() throws {
        let path = try application.draftNeed(.need(application).with("title", #""Canary im Entwurf""#))
        #expect(application.patch(path, #"{"title":"Anderes im Entwurf"}"#, as: "carrier").status == 200)
        #expect(found("canary", as: "carrier").isEmpty)
        #expect(found("anderes", as: "carrier") == [path.id])
        _ = application.send(.delete, path, as: "carrier", fields: [("If-Match", "*")])
        #expect(found("anderes", as: "carrier").isEmpty)
    }

    @Test func `a trial leaves no words behind`() throws {
        let document = Document.need(application).with("title", #""Canary im Versuch""#)
        let tried = application.send(.post, "/v1/needs?dry_run=true", document.text, as: "carrier")
        #expect(tried.status == 200)
        #expect(found("canary", as: "carrier").isEmpty)
    }
}
