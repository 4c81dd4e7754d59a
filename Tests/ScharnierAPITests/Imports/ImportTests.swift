import HTTPWire
import JSON
import Scharnier
import TestSupport
import Testing

@testable import ScharnierAPI

/// `POST /v1/imports` (api.md §9, F-100).
@Suite struct ImportTests {
    let application: Application

    init() throws { application = try Application() }

    private func send(
        _ lines: [String], kind: String = "needs", query: String = "", as who: String = "carrier",
        fields: [(String, String)] = []
    ) -> Response {
        application.send(
            .post, "/v1/imports?kind=\(kind)&source=kinderfonds\(query)", lines.joined(separator: "\n"),
            as: who, fields: fields + [("Content-Type", "application/x-ndjson")])
    }

    private func need(_ id: String, title: String = "Schultaschen") -> String {
        Document.need(application).with("external_id", "\"\(id)\"").with("title", "\"\(title)\"").text
    }

    /// What became of each row.
    private func results(_ response: Response) -> [String] {
        response.elements("rows").map { "\($0["external_id"] ?? "-") \($0["result"] ?? "?")" }
    }

    private func faults(_ response: Response, row: Int) -> [String] {
        response.elements("rows/\(row - 1)/errors").map { "\($0["pointer"] ?? "?") \($0["code"] ?? "?")" }
    }

    @Test func `each row is kept or rejected for itself, and the report tells all in order`() throws {
        let report = send([need("a-1"), need("a-2", title: "x"), need("a-3")])
        #expect(report.status == 200)
        #expect(results(report) == ["a-1 created", "a-2 rejected", "a-3 created"])
        #expect(faults(report, row: 2) == ["#/title too_short"])
        #expect(report.integer("counts/received") == 3)
        #expect(report.integer("counts/created") == 2)
        #expect(report.integer("counts/rejected") == 1)
        #expect(report.text("kind") == "needs")
        let id = try #require(report.text("rows/0/id"))
        #expect(application.send(.get, "/v1/needs/\(id)", as: "carrier").text("title") == "Schultaschen")
        #expect(application.listed("/v1/needs", as: "carrier").count == 2)
    }

    @Test func `the report is kept for thirty days, for oneself and the city`() throws {
        let report = send([need("a-1")])
        let path = try #require(report.field("Content-Location"))
        #expect(path == "/v1/imports/\(report.text("id") ?? "")")
        #expect(application.send(.get, path, as: "carrier").body == report.body)
        #expect(application.send(.get, path, as: "city").body == report.body)
        #expect(application.send(.get, path, as: "network").outcome == "404 not_found")
        application.clock.advance(days: 30, seconds: -1)
        #expect(application.send(.get, path, as: "carrier").status == 200)
        application.clock.advance(seconds: 1)
        #expect(application.send(.get, path, as: "carrier").outcome == "404 not_found")
    }

    @Test func `the same file once more changes nothing`() {
        let file = [need("a-1"), need("a-2")]
        _ = send(file)
        let position = application.position
        #expect(results(send(file)) == ["a-1 unchanged", "a-2 unchanged"])
        #expect(application.position == position)
        #expect(
            results(send([need("a-1", title: "Ranzen"), need("a-2")])) == ["a-1 updated", "a-2 unchanged"])
    }

    @Test(arguments: ["each", "all"])
    func `an attempt has the report of the real import, and stores nothing`(_ mode: String) throws {
        _ = send([need("a-1")])
        let file = [need("a-1"), need("a-2"), need("a-1", title: "Ranzen"), need("a-4", title: "x"), "{"]
        let files = mode == "each" ? [file] : [file, Array(file.prefix(2))]
        for file in files {
            let position = application.position
            let tried = send(file, query: "&mode=\(mode)&dry_run=true")
            #expect(application.position == position)
            #expect(tried.field("Dry-Run") == (tried.status == 200 ? "true" : nil))
            let real = send(file, query: "&mode=\(mode)")
            #expect(tried.status == real.status)
            let root = real.status == 200 ? "" : "report/"
            #expect(tried["\(root)counts"] == real["\(root)counts"])
            #expect(tried.count("\(root)rows") == file.count)
            for row in 0..<file.count {
                for member in ["row", "external_id", "result", "errors", "conflicts"] {
                    #expect(tried["\(root)rows/\(row)/\(member)"] == real["\(root)rows/\(row)/\(member)"])
                }
            }
        }
    }

    @Test func `all are kept or none, and the problem says why`() {
        let position = application.position
        let refused = send([need("a-1"), need("a-2", title: "x")], query: "&mode=all")
        #expect(refused.outcome == "422 import_rejected")
        #expect(refused.text("report/rows/0/result") == "skipped")
        #expect(refused.text("report/rows/1/result") == "rejected")
        #expect(refused.text("report/rows/1/errors/0/code") == "too_short")
        #expect(application.position == position)
        #expect(application.listed("/v1/needs", as: "carrier").isEmpty)
        let kept = send([need("a-1"), need("a-2")], query: "&mode=all")
        #expect(results(kept) == ["a-1 created", "a-2 created"])
        #expect(application.send(.get, kept.field("Content-Location") ?? "", as: "carrier").body == kept.body)
    }

    @Test func `a row for somebody else is rejected by itself`() {
        let foreign = #"{"external_id":"b","carrier_id":"\#(application.id(of: "network"))"}"#
        let report = send([foreign, need("a-1")])
        #expect(faults(report, row: 1) == ["# role_forbidden"])
        #expect(results(report) == ["b rejected", "a-1 created"])
    }

    @Test func `a name that is there twice counts the first time`() {
        let report = send([need("a-1"), need("a-1", title: "Ranzen"), need("a-2")])
        #expect(results(report) == ["a-1 created", "a-1 rejected", "a-2 created"])
        #expect(faults(report, row: 2) == ["#/external_id not_unique"])
    }

    @Test func `lines that cannot be read are rejected, and numbered as they stand`() {
        let long = "{\"external_id\":\"" + String(repeating: "a", count: 65_536) + "\"}"
        let report = send([need("a-1"), "", "{", "[]", long, "{}", need("a-2") + "\r", #"{"_end":true}"#, ""])
        #expect(report.elements("rows").count == 6)
        #expect(report.integer("rows/1/row") == 3)
        #expect(faults(report, row: 2) == ["# bad_format"])
        #expect(faults(report, row: 3) == ["# wrong_type"])
        #expect(faults(report, row: 4) == ["# too_long"])
        #expect(faults(report, row: 5) == ["#/external_id required"])
        #expect(report.text("rows/5/result") == "created")
    }

    @Test func `what comes from an export is passed over where the server sets it`() throws {
        let id = try #require(send([need("a-1")]).text("rows/0/id"))
        let exported = application.send(.get, "/v1/needs/\(id)", as: "carrier")
        let line = String(decoding: exported.body, as: UTF8.self)
        let report = send([line])
        #expect(report.text("rows/0/result") == "created", "\(faults(report, row: 1))")
        #expect(report.text("rows/0/external_id") == id)
        #expect(
            faults(send([need("a-9").dropLast() + #","colour":"red"}"#]), row: 1) == [
                "#/colour unknown_member"
            ])
    }

    @Test func `what was edited here is told of each row`() throws {
        let id = try #require(send([need("a-1")]).text("rows/0/id"))
        application.patch("/v1/needs/\(id)", #"{"title":"Neu benannt"}"#, as: "carrier")
        let report = send([need("a-1", title: "Ranzen")])
        #expect(report.text("rows/0/result") == "unchanged")
        #expect(report.words("rows/0/conflicts") == ["title"])
    }

    @Test func `too many rows are refused before any is kept`() {
        let line = #"{"external_id":"a"}"#
        let many = Array(repeating: line, count: 2_001)
        let refused = send(many, query: "&mode=all")
        #expect(refused.faults == ["# too_many"])
        #expect(send(Array(many.dropLast()), query: "&mode=all").outcome == "422 import_rejected")
        #expect(send(Array(repeating: line, count: 10_001)).faults == ["# too_many"])
    }

    @Test func `more rows than one commit takes are all kept`() {
        let file = (1...450).map { need("a-\($0)") }
        let report = send(file)
        #expect(report.integer("counts/created") == 450)
        #expect(report.elements("rows").map { $0["external_id"] } == (1...450).map { "a-\($0)" })
        #expect(report.integer("rows/449/row") == 450)
    }

    @Test func `a key makes it happen once, however long the report`() throws {
        for count in [1, 800] {
            let file = (1...count).map { need("k\(count)-\($0)") }
            let fields = [("Idempotency-Key", "k\(count)")]
            let first = send(file, fields: fields)
            let second = send(file, fields: fields)
            #expect(second.field("Idempotency-Replayed") == "true")
            #expect(first.integer("counts/created") == Int64(count))
            #expect(second.body == first.body)
            #expect(second.field("Content-Location") == first.field("Content-Location"))
            #expect(send(file + [need("x")], fields: fields).outcome == "422 idempotency_key_reused")
        }
    }

    @Test func `who may not bring such records is refused whole`() {
        #expect(send([need("a-1")], as: "company").outcome == "403 role_forbidden")
        #expect(send([need("a-1")], as: "portal").outcome.hasPrefix("403"))
        #expect(send([need("a-1")], as: "reader").outcome.hasPrefix("403"))
    }

    @Test(
        arguments: [
            ("source=a", "kind"), ("kind=needs", "source"), ("kind=needs&source=A", "source"),
            ("kind=needs&source=a&mode=some", "mode"), ("kind=needs&source=a&separator=tab", "separator"),
        ])
    func `what it is about has to be said`(_ query: String, _ name: String) {
        let refused = application.send(
            .post, "/v1/imports?\(query)", "", as: "carrier", fields: [("Content-Type", "text/csv")])
        #expect(refused.outcome == "400 parameter_invalid")
        if query != "kind=needs" { #expect(refused.faults.first?.hasPrefix(name) == true) }
    }

    @Test func `other content is refused with what is read`() {
        let refused = application.send(.post, "/v1/imports?kind=needs&source=a", "{}", as: "carrier")
        #expect(refused.outcome == "415 media_type_unsupported")
        #expect(refused.field("Accept") == "application/x-ndjson, text/csv")
    }

    @Test func `imports have a quota of the organisation`() throws {
        var quotas = Quotas.none
        quotas.imports.requests = 2
        let application = try Application(quotas: quotas)
        let send = { (query: String) in
            application.send(
                .post, "/v1/imports?kind=offers&source=a\(query)", "", as: "company",
                fields: [("Content-Type", "application/x-ndjson")])
        }
        #expect(send("").field("RateLimit") == #""imports";r=1;t=1800"#)
        #expect(send("&dry_run=true").status == 200)
        #expect(send("").outcome == "429 quota_exceeded")
        application.clock.advance(seconds: 1800)
        #expect(send("").status == 200)
    }

    @Test func `only who may import has room for a file`() throws {
        let head = { (who: String?) in
            var fields: [(String, String)] = []
            if let who { fields = [("Authorization", "Bearer \(application.city.secrets[who] ?? "x")")] }
            return Request(.post, "/v1/imports?kind=needs", fields: fields)
        }
        for who in ["carrier", "company", "city"] {
            #expect(application.api.contentLimit(for: head(who)) == 32 << 20)
        }
        for who in [nil, "portal", "reader", "nobody"] {
            #expect(application.api.contentLimit(for: head(who)) == nil)
        }
        #expect(application.api.contentLimit(for: Request(.post, "/v1/needs")) == nil)
    }
}
