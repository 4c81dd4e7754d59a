import CSV
import HTTPWire
import JSON
import Scharnier
import ScharnierStore
import TestSupport
import Testing

@testable import ScharnierAPI

/// Lists that are sent whole (api.md §9, F-101).
@Suite struct ExportTests {
    let application: Application

    init() throws { application = try Application() }

    private func export(
        _ target: String, _ format: ExportFormat = .lines, as who: String? = "carrier"
    ) -> Response {
        application.send(.get, target, as: who, fields: [("Accept", format.rawValue)])
    }

    /// The content as a client gets it; nil if it breaks off.
    private func text(_ response: Response) -> String? {
        response.wholeContent.map { String(decoding: $0, as: UTF8.self) }
    }

    private func lines(_ response: Response) -> [String] {
        (text(response) ?? "").split(separator: "\n").map(String.init)
    }

    /// The records of a table.
    private func table(_ response: Response) throws -> [[String]] {
        var reader = CSVReader(separator: UInt8(ascii: ","))
        var records: [CSVRecord] = []
        for byte in try #require(response.wholeContent) {
            if let record = try reader.read(byte) { records.append(record) }
        }
        #expect(try reader.finish() == nil)
        return records.map { record in
            (0..<record.count).map { String(decoding: CSVWriter.taken(record[$0]), as: UTF8.self) }
        }
    }

    /// Needs of the carrier, more than a page of them.
    private func fill(_ count: Int) {
        let file = (1...count).map { number in
            Document.need(application).with("external_id", "\"\(number)\"").with(
                "title", "\"Bedarf \(number)\""
            ).text
        }
        _ = application.send(
            .post, "/v1/imports?kind=needs&source=a", file.joined(separator: "\n"), as: "carrier",
            fields: [("Content-Type", "application/x-ndjson")])
    }

    @Test func `a list is sent whole, each item as in its pages`() throws {
        fill(450)
        let export = export("/v1/needs?limit=3")
        #expect(export.status == 200)
        #expect(export.field("Content-Type") == "application/x-ndjson")
        let lines = lines(export)
        #expect(lines.count == 451)
        let position = application.position
        #expect(lines.last == #"{"_end":true,"count":450,"feed_position":\#(position)}"#)
        #expect(export.field("Feed-Position") == "\(position)")
        var paged: [String] = []
        for id in application.listed("/v1/needs?limit=200", as: "carrier") {
            paged.append(
                String(decoding: application.send(.get, "/v1/needs/\(id)", as: "carrier").body, as: UTF8.self)
            )
        }
        #expect(Array(lines.dropLast()) == paged)
    }

    @Test func `an empty list is whole too`() throws {
        #expect(
            lines(export("/v1/needs")) == [
                #"{"_end":true,"count":0,"feed_position":\#(application.position)}"#
            ])
        #expect(try table(export("/v1/needs", .table)).count == 1)
    }

    @Test func `filters hold for exports, and unknown ones are refused`() throws {
        fill(3)
        let path = try application.publishedNeed()
        #expect(lines(export("/v1/needs?status=published")).count == 2)
        #expect(lines(export("/v1/needs?status=published"))[0].contains(path.id))
        #expect(export("/v1/needs?colour=red").outcome == "400 parameter_unknown")
        #expect(export("/v1/needs?status=red").outcome == "400 parameter_invalid")
        #expect(export("/v1/needs/\(path.id)").outcome == "406 not_acceptable")
    }

    @Test(arguments: [nil, "carrier", "company", "portal", "officer", "city", "reader"])
    func `a reader sees in the export what the list shows, and nothing else`(_ who: String?) throws {
        fill(2)
        _ = try application.publishedNeed()
        _ = try application.activeOffer(.offer.with("publicity", "\"none\""))
        for list in ["needs", "offers", "organizations"] {
            let page = application.send(.get, "/v1/\(list)?limit=200", as: who)
            let document = try #require(ListDocument(page.body))
            let items = document.items.map { String(decoding: $0, as: UTF8.self) }
            #expect(Array(lines(export("/v1/\(list)", as: who)).dropLast()) == items)
            #expect(try table(export("/v1/\(list)", .table, as: who)).count == items.count + 1)
        }
    }

    @Test func `a table has a cell for every member`() throws {
        fill(1)
        let records = try table(export("/v1/needs", .table))
        let header = records[0]
        let row = Dictionary(uniqueKeysWithValues: zip(header, records[1]))
        #expect(row["title"] == "Bedarf 1")
        #expect(row["status"] == "draft")
        #expect(row["city_wide"] == "false")
        #expect(row["coverage.committed_bp"] == "0")
        #expect(row["site.name"] == "")
        #expect(row["beneficiary_area_ids"] == application.area("ar-nordmarkt"))
        #expect(row["items"]?.hasPrefix("[{\"id\"") == true)
        #expect(
            export("/v1/needs", .table).field("Content-Type") == "text/csv; charset=utf-8; header=present")
    }

    @Test func `no cell is a formula`() throws {
        _ = try application.activeOffer(
            .offer.with("title", "\"=cmd|calc\"").with("publicity", "\"name\""))
        let table = try #require(text(export("/v1/offers", .table, as: nil)))
        #expect(table.contains(",'=cmd|calc,"))
        #expect(!table.contains(",=cmd"))
    }

    @Test func `a list can also be asked for in the form of a page`() {
        for accept in ["application/json", "*/*", "text/csv;q=0.5, application/json", "application/*"] {
            let page = application.send(.get, "/v1/needs", fields: [("Accept", accept)])
            #expect(page.field("Content-Type") == "application/json", "\(accept)")
        }
        for accept in ["text/csv", "text/*", "text/csv, application/json;q=0.9", "text/csv;q=0.2"] {
            let table = application.send(.get, "/v1/needs", fields: [("Accept", accept)])
            #expect(table.field("Content-Type")?.hasPrefix("text/csv") == true, "\(accept)")
        }
        let refused = application.send(.get, "/v1/needs", fields: [("Accept", "text/html")])
        #expect(refused.words("offered") == ["application/json", "application/x-ndjson", "text/csv"])
    }

    @Test func `pages are read one after the other, and see what was changed in between`() throws {
        fill(250)
        let export = export("/v1/needs")
        let first = try #require(export.stream?.piece())
        guard case .more(let bytes) = first else {
            Issue.record("one page")
            return
        }
        #expect(bytes.count { $0 == 10 } == 200)
        let ids = application.listed("/v1/needs?limit=200", as: "carrier")
        let deleted = application.send(
            .delete, "/v1/needs/\(ids[249])", as: "carrier", fields: [("If-Match", "*")])
        #expect(deleted.status == 204)
        guard case .last(let rest) = try #require(export.stream?.piece()) else {
            Issue.record("no end")
            return
        }
        #expect(rest.count { $0 == 10 } == 50)
        #expect(String(decoding: rest, as: UTF8.self).contains(#""count":249,"#))
    }

    @Test(arguments: ["count=exact", "co%75nt=exact", "limit=3&cur%73or=x", "l%69mit=3&count=exact"])
    func `a page of an export has its own length and place, and is never counted`(_ query: String) {
        let now = application.clock.now
        let settings = API.Settings(
            publicURL: "http://city.example.org", instanceKey: [7], now: { now })
        let request = Request(.get, "/v1/needs?status=draft&\(query)&q=%26count=exact")
        let page = Call(request, id: "", now: now, settings: settings).asking(forPage: "next").query
        #expect(page.names == ["cursor", "limit", "q", "status"])
        #expect(page["limit"] == "200" && page["cursor"] == "next")
        #expect(page["status"] == "draft" && page["q"] == "&count=exact")
    }

    @Test func `an export that cannot go on breaks off`() throws {
        fill(250)
        let export = export("/v1/needs")
        _ = export.stream?.piece()
        application.store.stop()
        #expect(export.stream?.piece() == .broken)
    }

    @Test func `exports have a quota of the organisation, and of the address`() throws {
        var quotas = Quotas.none
        quotas.exports.requests = 2
        let application = try Application(quotas: quotas)
        for who in ["carrier", nil] {
            let send = { application.send(.get, "/v1/needs", as: who, fields: [("Accept", "text/csv")]) }
            #expect(send().field("RateLimit") == #""exports";r=1;t=1800"#)
            #expect(send().status == 200)
            #expect(send().outcome == "429 quota_exceeded")
            #expect(application.send(.get, "/v1/needs", as: who).status == 200)
        }
    }

    /// F-101: what is exported, imported into another city and exported there is the same.
    @Test(arguments: [ExportFormat.lines, .table], ["needs", "offers"])
    func `an export can be imported, and its export is the same`(_ format: ExportFormat, _ list: String)
        throws
    {
        let who = list == "needs" ? "carrier" : "company"
        if list == "needs" {
            fill(3)
            let odd = Document.need(application).with("title", "\"=1+1, \\\"'so\\\"\"")
                .with("text", "\"Zeile eins;\\nZeile zwei, und mehr davon\"").with(
                    "topics", "[\"education\"]"
                )
                .with("items", "[\(Document.item.text),\(Document.money.text)]")
                .with("site", "{\"name\":\"Schule\",\"address\":null,\"area_id\":null}")
            _ = try application.draftNeed(odd)
        } else {
            _ = try application.create("offers", .offer, as: who)
            _ = try application.create("offers", .offer.with("text", "\"'Ü\""), as: who)
        }
        let other = try Application()
        let exported = try #require(
            text(export("/v1/\(list)?\(own(list, application, who))", format, as: who)))
        let report = other.send(
            .post, "/v1/imports?kind=\(list)&source=a", translated(exported, to: other), as: who,
            fields: [("Content-Type", format.rawValue)])
        #expect(report.integer("counts/rejected") == 0, "\(String(decoding: report.body, as: UTF8.self))")
        #expect((report.integer("counts/created") ?? 0) >= 2)
        let again = other.send(
            .get, "/v1/\(list)?\(own(list, other, who))", as: who,
            fields: [("Accept", "application/x-ndjson")])
        let before = contents(
            lines(export("/v1/\(list)?\(own(list, application, who))", as: who)).map {
                translated($0, to: other)
            })
        #expect(contents(lines(again)) == before)
    }

    private func own(_ list: String, _ application: Application, _ who: String) -> String {
        "\(list == "needs" ? "carrier_id" : "organization_id")=\(application.id(of: who))"
    }

    /// The same with the areas and organisations of another city.
    private func translated(_ text: String, to other: Application) -> String {
        var text = text
        for (code, id) in application.city.areas {
            text = text.replacing(id.description, with: other.area(code))
        }
        for (name, organization) in application.city.organizations {
            text = text.replacing(organization.id.description, with: other.id(of: name))
        }
        return text
    }

    /// What items say, without what the server sets, in an order of its own.
    private func contents(_ lines: [String]) -> [String] {
        lines.dropLast().compactMap { line in
            guard case .object(let object) = try? JSONValue(parsing: Array(line.utf8)) else { return nil }
            let kept = object.members.filter {
                !["id", "version", "created_at", "updated_at", "revision", "created_by", "recorded_by"]
                    .contains($0.name)
            }
            let members =
                JSONObject(members: kept).map { RecordMembers(.object($0), owner: "").withoutIDs } ?? ""
            return members
        }.sorted()
    }
}

extension RecordMembers {
    /// The members as text, lines without identifiers.
    fileprivate var withoutIDs: String {
        prints.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
    }
}

extension ContentStream {
    /// The next piece, waited for.
    fileprivate func piece() -> Piece? {
        let taken = Taken()
        next { taken.give($0) }
        return taken.wait()
    }
}
