import Foundation
import JSON
import Testing

/// Readiness says whether requests are taken, and why not only to those who watch over the service (api.md §14).
@Suite struct ReadinessTests {
    @Test func `checks are named to monitor and city administration alone`() throws {
        let city = try City()
        let service = try city.serve()
        for role in Array(city.tokens.keys) + [nil] {
            let reply = try Caller(service, role.map { try city.token($0) }).get("/readyz")
            #expect(reply.status == 200)
            #expect(reply.body["status"].text == "ready")
            let names = reply.body["checks"].elements.compactMap { $0["name"].text }
            let isTold = role == "monitor" || role == "city_admin"
            #expect(names == (isTold ? ["serving", "database", "disk_space"] : []), "\(role ?? "public")")
        }
    }

    @Test func `a check that fails makes the service not ready, and is named`() throws {
        let city = try City()
        // No disk has a pebibyte free.
        let floor = ["--disk-floor-mib", "1073741824"]
        let service = try Service(city.path, floor, in: city.folder, waitsForReadiness: false)
        let reply = try Caller(service, city.token("monitor")).get("/readyz")
        #expect(reply.status == 503)
        #expect(reply.body["status"].text == "not_ready")
        let failed = reply.body["checks"].elements.filter { $0["holds"] == .bool(false) }
        #expect(failed.compactMap { $0["name"].text } == ["disk_space"])
    }
}
