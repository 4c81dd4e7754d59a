import Foundation
import JSON
import Testing

/// Privacy from outside: what is erased is in no file and comes back with no backup (operations.md §9, §11).
@Suite struct PrivacyTests {
    private let city: City

    init() throws { city = try City() }

    private static let contact = """
        {"display_name":"Kanarienvogel","purpose":"introduction","lawful_basis":"art6_1_a","info_text_version":"1",
         "email":"kanarienpost@example.org","function":"Kanarienamt"}
        """

    /// How often the middles of the words stand in the files beside the database.
    private func occurrences() throws -> Int {
        ["", "-wal", "-shm", ".erasures.ndjson"].reduce(0) { count, suffix in
            let bytes = FileManager.default.contents(atPath: city.path + suffix) ?? Data()
            let text = String(decoding: bytes.map { $0 < 0x80 ? $0 | 0x20 : $0 }, as: UTF8.self)
            return count + text.components(separatedBy: "narien").count - 1
        }
    }

    private func erase(_ contact: JSONValue, in service: Service) throws {
        let admin = try Caller(service, city.token("city_admin"))
        let id = contact["id"].text ?? ""
        let request = try Caller(service, city.token("carrier"))
            .post("/v1/privacy-requests", #"{"kind":"erasure","contact_id":"\#(id)"}"#).expecting(201)
        let path = "/v1/privacy-requests/\(request["id"].text ?? "")/transitions"
        _ = try admin.post(path, #"{"event":"check_identity","note":"Kanarienanruf"}"#).expecting(201)
        _ = try admin.post(path, #"{"event":"execute"}"#).expecting(201)
    }

    @Test
    func `an erased contact is in no file of the running service, and a restore does not bring it back`()
        throws
    {
        var service = try city.serve()
        let carrier = try Caller(service, city.token("carrier"))
        let contact = try carrier.post("/v1/contacts", Self.contact).expecting(201)
        let backup = city.folder.file("backup")
        #expect(try Program.run("backup", backup, "--db", city.path, in: city.folder).code == 0)
        #expect(try occurrences() >= 3)
        try erase(contact, in: service)
        try eventually("no byte is left") { try occurrences() == 0 }
        let again = city.folder.file("again")
        #expect(try Program.run("backup", again, "--db", city.path, in: city.folder).code == 0)
        let copy = try Data(contentsOf: URL(fileURLWithPath: "\(again)/scharnier.sqlite"))
        #expect(copy.range(of: Data("anarien".utf8)) == nil)
        service.terminate()
        _ = try service.outcome()
        let restored = try Program.run("restore", backup, "--db", city.path, "--replace", in: city.folder)
        #expect(restored.code == 0, "\(restored.errors)")
        #expect(try occurrences() == 0)
        service = try city.serve()
        let shown = try Caller(service, city.token("carrier")).get("/v1/contacts/\(contact["id"].text ?? "")")
        #expect(shown.body["display_name"].text == "gelöscht")
        service.terminate()
        _ = try service.outcome()
        #expect(try city.check().code == 0)
    }

    @Test func `retention counts and removes, with and without a running service`() throws {
        let trial = try Program.run("retention", "--dry-run", "--db", city.path, in: city.folder)
        #expect(trial.code == 0, "\(trial.errors)")
        #expect(trial.lines.count == 10 && trial.lines.contains("contacts\t0"))
        let service = try city.serve()
        let done = try Program.run("retention", "--db", city.path, in: city.folder)
        #expect(done.code == 0, "\(done.errors)")
        #expect(done.text == trial.text)
        let runs = try Caller(service, city.token("city_admin")).get("/v1/retention-runs").expecting(200)
        #expect(runs["items"].elements.count == 1)
    }

    @Test func `the record of processing names every table with personal data`() throws {
        for (language, title) in [("de", "Verzeichnis der Verarbeitungst"), ("en", "Record of processing")] {
            let record = try Program.run(
                "doctor", "--processing-record", "--db", city.path, "--lang", language, in: city.folder)
            #expect(record.code == 0, "\(record.errors)")
            #expect(record.text.contains(title))
            #expect(record.text.contains("contact (id, displayName, function, email, phone, languages)"))
            #expect(record.text.contains("730"))
        }
    }
}
