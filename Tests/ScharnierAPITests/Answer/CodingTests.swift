import HTTPWire
import TestSupport
import Testing

@testable import ScharnierAPI

/// gzip where it is accepted (api.md §13; RFC 9110 §12.5.3).
@Suite struct CodingTests {
    @Test(arguments: [
        ("gzip", true), ("GZIP", true), ("x-gzip", true), ("br, gzip;q=0.1", true), ("*", true),
        ("gzip ; q=1.000", true),
        ("*;q=0.5", true), ("gzip;q=0.5, identity;q=0.5", true), ("deflate, gzip;q=0.001", true), ("", false),
        ("br", false), ("gzip;q=0", false), ("gzip;q=0.000", false), ("identity", false), ("*;q=0", false),
        ("gzip;q=0, *", false), ("gzip;q=0.4, identity;q=0.5", false), ("gzip;q=x", false),
        ("gzip;q=2", false),
        ("gzip;level=9", false), ("gzi", false), ("gzip2", false),
    ])
    func `gzip is sent to those who want it at least as much as plain content`(
        _ field: String, _ isGzip: Bool
    ) {
        let coding = Coding(accepting: Array(field.utf8)[...], length: 1024)
        #expect((coding == .gzip) == isGzip)
    }

    @Test func `short content is sent as it is, unless that is refused`() {
        func coding(_ field: String?, _ length: Int) -> Coding {
            Coding(accepting: field.map { Array($0.utf8)[...] }, length: length)
        }
        #expect(coding("gzip", 1023) == .identity)
        #expect(coding("gzip", 1024) == .gzip)
        #expect(coding("gzip, identity;q=0", 10) == .gzip)
        #expect(coding("identity;q=0", 10) == .identity)
        #expect(coding("gzip, identity;q=0", 0) == .identity)
        #expect(coding(nil, 5_000) == .identity)
    }
}

/// Whole answers.
@Suite struct CompressedAnswerTests {
    private let application: Application

    init() throws { application = try Application() }

    private func get(_ target: String, _ fields: (String, String)..., as who: String? = nil) -> Response {
        application.send(.get, target, as: who, fields: fields)
    }

    @Test func `an item is the same bytes behind its coding, under another tag`() throws {
        let path = try application.publishedNeed()
        let plain = get(path)
        let coded = get(path, ("Accept-Encoding", "gzip"))
        #expect(plain.field("Content-Encoding") == nil)
        #expect(coded.field("Content-Encoding") == "gzip")
        #expect(coded.body.count < plain.body.count)
        #expect(try unzipped(coded.body) == plain.body)
        let tags = try (#require(plain.field("ETag")), #require(coded.field("ETag")))
        #expect(tags.0 != tags.1)
        #expect(tags.0.prefix { $0 != "." } == tags.1.prefix { $0 != "." })
        #expect(get(path, ("Accept-Encoding", "gzip"), ("If-None-Match", tags.1)).status == 304)
        #expect(get(path, ("Accept-Encoding", "gzip"), ("If-None-Match", tags.1)).field("ETag") == tags.1)
        #expect(get(path, ("If-None-Match", tags.0)).status == 304)
        #expect(get(path, ("If-None-Match", tags.1)).status == 200)
        #expect(application.patch(path, "{}", as: "carrier", match: tags.1).status == 200)
    }

    @Test func `lists are compressed, and each of them is itself`() throws {
        for number in 0..<5 {
            let path = try application.publishedNeed(.need(application).with("title", "\"Bedarf \(number)\""))
            #expect(try unzipped(get("/v1/needs", ("Accept-Encoding", "gzip")).body) == get("/v1/needs").body)
            #expect(try unzipped(get(path, ("Accept-Encoding", "gzip")).body) == get(path).body)
        }
        let own = get("/v1/needs", ("Accept-Encoding", "gzip"), as: "carrier")
        #expect(try unzipped(own.body) == get("/v1/needs", as: "carrier").body)
    }

    @Test func `what writes, and what shows a secret, is sent as it is`() throws {
        let issue = """
            {"organization_id":"\(application.id(of: "carrier"))","role":"carrier","scopes":["needs:read"],
             "label":"\(String(repeating: "x", count: 60))"}
            """
        let encoding = [("Accept-Encoding", "gzip, identity;q=0")]
        let secret = application.send(.post, "/v1/tokens", issue, as: "city", fields: encoding)
        #expect(secret.text("secret") != nil)
        #expect(secret.field("Content-Encoding") == nil)
        let draft = application.send(
            .post, "/v1/needs", Document.need(application).text, as: "carrier", fields: encoding)
        #expect(draft.status == 201 && draft.body.count > 1024)
        #expect(draft.field("Content-Encoding") == nil)
    }

    @Test(arguments: ["/v1/needs", "/v1/meta", "/v1/nothing", "/healthz", "/v1/organizations?sort=x"])
    func `every answer says that its coding depends on what is accepted`(_ target: String) {
        for who in [nil, "carrier"] {
            let vary = get(target, as: who).field("Vary") ?? ""
            #expect(
                vary.split(separator: ",").map { $0.drop { $0 == " " } }.contains("Accept-Encoding"),
                "\(vary)")
        }
    }

    @Test func `HEAD says what GET would`() throws {
        let path = try application.publishedNeed()
        let head = application.send(.head, path, fields: [("Accept-Encoding", "gzip")])
        let whole = get(path, ("Accept-Encoding", "gzip"))
        #expect(head.field("Content-Encoding") == "gzip" && head.body.count == whole.body.count)
        #expect(head.field("ETag") == whole.field("ETag"))
    }

    private func unzipped(_ bytes: [UInt8]) throws -> [UInt8] {
        let folder = try TestFolder()
        let tool = try Tool("gzip", ["-dc", folder.write(bytes, to: "content.gz")])
        #expect(tool.code == 0, "\(tool.errors)")
        return tool.output
    }
}
