import Foundation
import JSON
import TestSupport
import Testing

/// A disk that fills up: writes are refused, reads go on, what makes room is taken, and no restart is needed
/// (operations.md §5).
@Suite struct DiskFullTests {
    private let city: City
    private let carrier: String
    private let shim: FaultShim

    init() throws {
        city = try City()
        carrier = try city.token("carrier")
        shim = try FaultShim()
    }

    private var reserve: String { city.path + ".reserve" }

    private func serve(floor: Int, reserve: Int) throws -> Service {
        let disk = [
            "SCHARNIER_DISK_FLOOR_MIB": "\(floor)", "SCHARNIER_DISK_RESERVE_MIB": "\(reserve)",
        ]
        return try city.serve(
            environment: shim.environment(root: city.folder).merging(disk) { _, new in new })
    }

    /// The octets of the files that the library counts.
    private func used() throws -> Int {
        try city.folder.contents().filter { !$0.key.hasSuffix(".out") && !$0.key.hasSuffix(".err") }
            .map(\.value.count).reduce(0, +)
    }

    @Test func `below the floor only what deletes or revokes is taken, and above it all again`() throws {
        try shim.setCapacity(try used() + 64 << 20)
        let service = try serve(floor: 8, reserve: 1)
        let caller = try Caller(service, carrier)
        let need = try caller.post("/v1/needs", Drafts.titled("Vor der Enge")).expecting(201)
        let path = "/v1/needs/\(need["id"].text ?? "")"
        try eventually("the reserve is laid") { FileManager.default.fileExists(atPath: reserve) }

        try shim.setCapacity(try used() + 7 << 20)
        try eventually("the service is not ready") { try caller.get("/readyz").status == 503 }
        let refused = try caller.post("/v1/needs", Drafts.titled("In der Enge"))
        #expect(refused.status == 507 && refused.body["code"].text == "storage_full")
        #expect(refused.answer["retry-after"] != nil)
        #expect(
            try caller.call("PATCH", path, Drafts.titled("In der Enge"), ifMatch: "*").status == 507)
        #expect(try caller.get(path).expecting(200)["title"].text == "Vor der Enge")
        #expect(try caller.get("/healthz").status == 200)
        #expect(try caller.call("DELETE", path, ifMatch: "*").status == 204)
        let company = try Caller(service, city.token("company"))
        #expect(try company.call("DELETE", "/v1/me/token").status == 204)

        try shim.setCapacity(nil)
        try eventually("the service is ready") { try caller.get("/readyz").status == 200 }
        _ = try caller.post("/v1/needs", Drafts.titled("Nach der Enge")).expecting(201)
        #expect(try company.get("/v1/me").status == 401)
    }

    @Test func `on a full disk deletions live off the reserve, and writes come back without a restart`()
        throws
    {
        let service = try serve(floor: 0, reserve: 1)
        try eventually("the reserve is laid") { FileManager.default.fileExists(atPath: reserve) }
        var script = FaultScript(token: carrier)
        script.run(on: service)
        let caller = try Caller(service, carrier)
        let doomed = try caller.post("/v1/needs", Drafts.titled("Wird gelöscht")).expecting(201)

        try shim.setCapacity(try used() + 200_000)
        try eventually("the disk is full", within: 30) {
            try caller.post("/v1/needs", Drafts.titled("Fülle")).status == 507
        }
        try shim.setCapacity(try used())
        #expect(try caller.post("/v1/needs", Drafts.titled("Fülle")).status == 507)
        #expect(try caller.get("/v1/needs?limit=5").status == 200)
        try script.verify(on: service)
        let path = "/v1/needs/\(doomed["id"].text ?? "")"
        #expect(try caller.call("DELETE", path, ifMatch: "*").status == 204)
        #expect(!FileManager.default.fileExists(atPath: reserve), "the reserve was used")
        #expect(try caller.get(path).status == 404)

        try shim.setCapacity(nil)
        _ = try caller.post("/v1/needs", Drafts.titled("Wieder Platz")).expecting(201)
        try eventually("the reserve is laid again") {
            try caller.post("/v1/needs", Drafts.titled("Wieder Platz")).expecting(201) != .null
                && FileManager.default.fileExists(atPath: reserve)
        }
        try service.kill()
        let again = try city.serve()
        try script.verify(on: again)
        #expect(script.wrong == [])
        #expect(try Caller(again, carrier).get(path).status == 404, "what was deleted stays so")
        #expect(try city.check().code == 0)
    }

    @Test func `a full disk does not keep the service from starting`() throws {
        var service = try serve(floor: 0, reserve: 1)
        try eventually("the reserve is laid") { FileManager.default.fileExists(atPath: reserve) }
        let need = try Caller(service, carrier).post("/v1/needs", Drafts.titled("Noch da")).expecting(201)
        try service.kill()
        try FileManager.default.removeItem(atPath: "\(city.path)-shm")
        try shim.setCapacity(try used())
        service = try serve(floor: 0, reserve: 1)
        #expect(try Caller(service, carrier).get("/v1/needs/\(need["id"].text ?? "")").status == 200)
    }

    @Test(arguments: ["x", "-1", "99999999999999999999"])
    func `a floor that is no number of MiB is refused`(text: String) throws {
        let outcome = try Run(
            Program.binary(), ["serve", "--db", city.path, "--listen", "127.0.0.1:0"],
            environment: ["SCHARNIER_DISK_FLOOR_MIB": text], in: city.folder
        ).outcome()
        #expect(outcome.code == 78)
        #expect(outcome.errors.contains("SCHARNIER_DISK_FLOOR_MIB"))
    }
}
