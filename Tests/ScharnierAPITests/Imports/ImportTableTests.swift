import HTTPWire
import JSON
import Scharnier
import TestSupport
import Testing

@testable import ScharnierAPI

/// Tables as imports (api.md §9).
@Suite struct ImportTableTests {
    let application: Application

    init() throws { application = try Application() }

    private func send(_ table: String, kind: String = "needs", query: String = "", as who: String = "carrier")
        -> Response
    {
        application.send(
            .post, "/v1/imports?kind=\(kind)&source=msv\(query)", table, as: who,
            fields: [("Content-Type", "text/csv; charset=utf-8")])
    }

    private func faults(_ response: Response, row: Int) -> [String] {
        response.elements("rows/\(row - 1)/errors").map { "\($0["pointer"] ?? "?") \($0["code"] ?? "?")" }
    }

    private func record(_ response: Response, row: Int, _ list: String = "needs") -> Response {
        application.send(.get, "/v1/\(list)/\(response.text("rows/\(row - 1)/id") ?? "")", as: "carrier")
    }

    @Test func `columns are members, also those within others`() throws {
        let area = application.area("ar-nordmarkt")
        let report = send(
            """
            external_id,title,text,horizon,city_wide,beneficiary_area_ids,site.name,items.0.kind,items.0.title,\
            items.0.quantity,items.0.unit,items.1.kind,items.1.title,items.1.amount_eur,items.1.cost_type,\
            items.1.cost_layer,topics
            1,"Ranzen, ""neu"" rot","Zwölf Kinder
            kommen in die Schule.",temporary,false,\(area),Schule,goods,Ranzen,12,piece,money,Honorare,"1234,5",\
            staff,project,education families_children

            2,Nur das,,,,,,,,,,,,,,,
            """)
        #expect(report.integer("counts/created") == 2, "\(faults(report, row: 1)) \(faults(report, row: 2))")
        let need = record(report, row: 1)
        #expect(need.text("title") == "Ranzen, \"neu\" rot")
        #expect(need.text("text") == "Zwölf Kinder\nkommen in die Schule.")
        #expect(need["city_wide"] == .bool(false))
        #expect(need.words("beneficiary_area_ids") == [area])
        #expect(need.text("site/name") == "Schule")
        #expect(need.integer("items/0/quantity") == 12)
        #expect(need.integer("items/1/amount_cents") == 123_450)
        #expect(need.words("topics") == ["education", "families_children"])
        #expect(record(report, row: 2).count("items") == 0)
    }

    @Test func `semicolons and a byte order mark are understood`() {
        let table = "\u{FEFF}external_id;title\r\n1;Ranzen, neu\r\n"
        #expect(record(send(table), row: 1).text("title") == "Ranzen, neu")
        #expect(send(table, query: "&separator=comma").integer("counts/created") == 0)
        #expect(
            send("external_id;title\n2;Ranzen, alt", query: "&separator=semicolon").integer("counts/created")
                == 1)
    }

    @Test func `an apostrophe before what looks like a formula is taken off`() {
        let report = send("external_id,title\n'+1,'=SUMME\n2,'''Ranzen\n3,'normal\n")
        #expect(report.text("rows/0/external_id") == "+1")
        #expect(record(report, row: 1).text("title") == "=SUMME")
        #expect(record(report, row: 2).text("title") == "''Ranzen")
        #expect(record(report, row: 3).text("title") == "'normal")
    }

    @Test func `a value of another kind is of the wrong type`() {
        let report = send(
            """
            external_id,city_wide,items.0.kind,items.0.title,items.0.quantity,items.0.unit
            1,ja,goods,Ranzen,zwölf,piece
            2,true,goods,Ranzen,1.5,piece
            3,true,money,Ranzen,,
            """)
        #expect(faults(report, row: 1) == ["#/city_wide wrong_type", "#/items/0/quantity wrong_type"])
        #expect(faults(report, row: 2) == ["#/items/0/quantity wrong_type"])
        #expect(
            faults(report, row: 3) == [
                "#/items/0/amount_cents required", "#/items/0/cost_type required",
                "#/items/0/cost_layer required",
            ])
    }

    @Test(
        arguments: [
            ("1234,56", 123_456), ("1234.56", 123_456), ("1234,5", 123_450), ("1234", 123_400), ("0,01", 1),
            ("1.234,56", nil), ("1234,567", nil), ("1234,", nil), (",5", nil), ("-1", nil), ("1e3", nil),
            ("", nil),
            ("12345678901234", nil), ("9999999999999,99", 999_999_999_999_999),
        ] as [(String, Int64?)])
    func `sums are read as people write them`(_ text: String, _ cents: Int64?) {
        #expect(Euros.cents(text) == cents)
    }

    @Test func `a sum that is none is of the wrong type`() {
        let report = send(
            """
            external_id,items.0.kind,items.0.title,items.0.amount_eur,items.0.cost_type,items.0.cost_layer
            1,money,Geld,"1.234,56",staff,project
            """)
        #expect(faults(report, row: 1) == ["#/items/0/amount_cents wrong_type"])
    }

    @Test func `a row whose quoting breaks the table ends the import there`() {
        let report = send("external_id,title\n1,Ranzen\n2,\"Ran\"zen\n3,Stifte\n")
        #expect(report.elements("rows").map { $0["result"] } == ["created", "rejected"])
        #expect(faults(report, row: 2) == ["# bad_format"])
        #expect(report.integer("rows/1/row") == 2)
    }

    @Test func `rows have as many fields as the header`() {
        let report = send("external_id,title\n1\n2,Ranzen,rot\n3,Stifte\n")
        #expect(report.elements("rows").map { $0["result"] } == ["rejected", "rejected", "created"])
        #expect(report.integer("rows/2/row") == 3)
    }

    @Test func `what is no UTF-8 is rejected alone`() {
        let bytes = Array("external_id,title\n1,Ran".utf8) + [0xE4] + Array("zen\n2,Stifte\n".utf8)
        let request = Request(
            .post, "/v1/imports?kind=needs&source=a",
            fields: [
                ("Content-Type", "text/csv"),
                ("Authorization", "Bearer \(application.city.secrets["carrier"] ?? "")"),
            ], body: bytes)
        let report = application.send(request)
        #expect(faults(report, row: 1) == ["# bad_characters"])
        #expect(report.text("rows/1/result") == "created")
    }

    @Test(
        arguments: [
            "", "\n1\n", "external_id,\n1,2\n", "external_id,external_id\n", "a.0,a.b\n", "a,a.b\n",
            "a.0.b,a.0\n",
            "a..b\n", "amount_eur,amount_cents\n", "\"a\n",
        ])
    func `a header that names no columns is refused whole`(_ table: String) {
        let refused = send(table)
        #expect(refused.outcome == "422 validation_failed")
        #expect(refused.faults.count == 1)
    }

    @Test func `numbers stay text where text is asked for`() {
        let report = send("external_id,title\n1,12345\n2,true\n3,[1]\n")
        #expect(report.integer("counts/created") == 3)
        #expect(record(report, row: 1).text("title") == "12345")
        #expect(record(report, row: 2).text("title") == "true")
    }

    @Test func `lists of objects may stand as JSON in a cell`() {
        let report = send(
            """
            external_id;items
            1;"[{""kind"":""goods"",""title"":""Ranzen"",""quantity"":3,""unit"":""piece""}]"
            2;[{]
            """)
        #expect(record(report, row: 1).integer("items/0/quantity") == 3)
        #expect(faults(report, row: 2) == ["#/items wrong_type"])
    }

    @Test func `a gap between lines is told where it is`() {
        let report = send(
            "external_id,items.1.kind,items.1.title,items.1.quantity,items.1.unit\n1,goods,Ranzen,1,piece\n")
        #expect(faults(report, row: 1) == ["#/items/0 wrong_type"])
    }

    @Test func `offers and organisations come as tables too`() {
        let offers = send(
            "external_id;kind;title;budget_eur;reach\n1;money;Fördertopf;5000;city\n", kind: "offers",
            as: "foundation")
        #expect(offers.integer("counts/created") == 1, "\(faults(offers, row: 1))")
        let groups = send(
            "external_id,kind,name,seat.postal_code,languages\n1,carrier,Verein,44145,de tr\n",
            kind: "organizations",
            as: "city")
        #expect(groups.integer("counts/created") == 1, "\(faults(groups, row: 1))")
        let made = application.send(.get, "/v1/organizations/\(groups.text("rows/0/id") ?? "")", as: "city")
        #expect(made.text("seat/postal_code") == "44145")
        #expect(made.words("languages") == ["de", "tr"])
    }
}
