import HTTPWire
import JSON
import Scharnier
import ScharnierStore
import TestSupport
import Testing

/// Plans that nobody waits for: queued, made, cancelled, given up (matching.md §13).
@Suite struct AllocationProgressTests {
    private let application: Application
    private let offer: String

    init() throws {
        application = try Application()
        offer = try application.activeOffer(
            Document([
                ("kind", #""money""#), ("title", #""Fördertopf""#), ("budget_cents", "500000"),
                ("min_per_commitment_cents", "10000"), ("reach", #""city""#),
            ]), as: "foundation"
        ).id
        let line = Document.money.with("amount_cents", "250000").with("min_amount_cents", "100")
        _ = try application.publishedNeed(
            Document.need(application, area: "ar-nordmarkt").with("items", "[\(line.text)]"))
    }

    private static let path = "/v1/allocation-plans"

    private func get(_ path: String) -> Response { application.send(.get, path, as: "foundation") }

    private func cancel(_ path: String) -> Response {
        application.fire("cancel", path, as: "foundation")
    }

    /// Waits until a plan is neither queued nor running.
    private func end(of path: String) -> Response {
        let clock = ContinuousClock()
        let last = clock.now.advanced(by: .seconds(10))
        var response = get(path)
        while ["queued", "running"].contains(response.text("status")), clock.now < last {
            response = get(path)
        }
        return response
    }

    private var party: Party {
        Party(organization: application.city.organizations["foundation"]?.id, role: .foundation)
    }

    /// A plan that is queued and never comes to its turn by itself.
    private func queued() throws -> Identifier<AllocationRecord> {
        let party = party
        let input = try application.store.read { try $0.allocationInput(for: AllocationWish(), as: party) }
        return try application.store.write {
            try $0.keepPlan([], of: input, document: Array("{}".utf8), status: .queued, as: party).id
        }
    }

    @Test func `a plan that nobody waits for is queued at first, and then as any`() throws {
        let waited = application.send(.post, Self.path, "{}", as: "foundation")
        let queued = application.send(.post, "\(Self.path)?wait=false", "{}", as: "foundation")
        #expect(queued.status == 202 && queued.text("status") == "queued", "\(queued.outcome)")
        #expect(queued["plan"] == JSONValue.null && queued["plan_hash"] == JSONValue.null)
        #expect(queued["failure"] == JSONValue.null && queued.integer("line_count") == 0)
        let path = try #require(queued.field("Location"))
        let done = end(of: path)
        #expect(done.text("status") == "done" && done.integer("amount_cents") == 250_000)
        #expect(done.text("plan_hash") == waited.text("plan_hash"))
        #expect(done["plan/lines"] == waited["plan/lines"])
        #expect(done.integer("version") ?? 0 > queued.integer("version") ?? .max)
        let feed = application.send(.get, "/v1/changes?after=0&types=allocation_plan", as: "foundation")
        #expect(feed.elements("items").last.map { $0["href"] } == path)
        #expect(try application.store.check().isEmpty)
    }

    @Test func `what is wrong is told before anything is queued`() {
        let area = application.area("ar-hoerde")
        let before = application.position
        for body in [
            #"{"floors":[{"area_id":"\#(area)","share_bp":1}]}"#, #"{"fairness_bp":-1}"#,
            #"{"method":"weighted_fair"}"#,
        ] {
            let response = application.send(.post, "\(Self.path)?wait=false", body, as: "foundation")
            #expect(response.outcome == "422 validation_failed", "\(body)")
        }
        let odd = application.send(.post, "\(Self.path)?wait=maybe", "{}", as: "foundation")
        #expect(odd.outcome == "400 parameter_invalid")
        #expect(application.position == before)
    }

    @Test func `what is tried out is always waited for`() {
        let before = application.position
        let tried = application.send(
            .post, "\(Self.path)?wait=false&dry_run=true", "{}", as: "foundation")
        #expect(tried.status == 200 && tried.text("status") == "done")
        #expect(tried.integer("amount_cents") == 250_000 && application.position == before)
    }

    @Test func `under a key there is one plan, and one answer`() throws {
        let key = [("Idempotency-Key", "plan-2")]
        let target = "\(Self.path)?wait=false"
        let first = application.send(.post, target, "{}", as: "foundation", fields: key)
        #expect(end(of: try #require(first.field("Location"))).text("status") == "done")
        let second = application.send(.post, target, "{}", as: "foundation", fields: key)
        #expect(second.status == 202 && second.body == first.body)
        #expect(application.listed(Self.path, as: "foundation").count == 1)
    }

    @Test func `a plan that waits can be cancelled, and is never made`() throws {
        let id = try queued()
        let path = "\(Self.path)/\(id)"
        #expect(get(path).text("status") == "queued")
        #expect(application.listed("\(Self.path)?status=queued", as: "foundation").count == 1)
        let fired = cancel(path)
        #expect(fired.status == 201 && fired.text("to") == "cancelled", "\(fired.outcome)")
        #expect(fired.text("item/status") == "cancelled")
        let again = cancel(path)
        #expect(again.status == 200 && again.text("id") == fired.text("id"))
        #expect(try application.store.write { try $0.beginPlan(id) } == false)
        let log = get("\(path)/transitions")
        #expect(log.count("items") == 1 && log.text("items/0/event") == "cancel")
        #expect(application.listed("\(Self.path)?status=queued,running", as: "foundation").isEmpty)
        #expect(try application.store.check().isEmpty)
    }

    @Test func `a plan that is being made can be cancelled, and what comes out is not kept`() throws {
        let id = try queued()
        let path = "\(Self.path)/\(id)"
        #expect(try application.store.write { try $0.beginPlan(id) })
        #expect(try application.store.write { try $0.beginPlan(id) } == false, "one maker is enough")
        #expect(get(path).text("status") == "running")
        #expect(cancel(path).text("from") == "running")
        let version = get(path).integer("version")
        let line = AllocationRecord.Line(offer: nil, need: .nil, cents: 5)
        try application.store.write { try $0.finishPlan(id, [line], document: Array("{}".utf8)) }
        try application.store.write { try $0.failPlan(id, .defect) }
        let after = get(path)
        #expect(after.text("status") == "cancelled" && after.integer("version") == version)
        #expect(after.integer("line_count") == 0 && after["failure"] == JSONValue.null)
    }

    @Test func `a plan that is made stays, and one that is not cannot be adopted`() throws {
        let done = application.send(.post, Self.path, "{}", as: "foundation")
        let path = try #require(done.field("Location"))
        let late = cancel(path)
        #expect(late.outcome == "409 state_conflict" && late.text("state") == "done")
        let need = try #require(done.text("plan/lines/0/need_id"))
        let waiting = "\(Self.path)/\(try queued())"
        let body = #"{"lines":[{"need_id":"\#(need)","offer_id":"\#(offer)"}]}"#
        let early = application.send(.post, "\(waiting)/adoptions", body, as: "foundation")
        #expect(early.outcome == "409 state_conflict" && early.text("state") == "queued")
        #expect(early.text("allowed/0") == "cancel" && early.text("allowed/1") == nil)
    }

    @Test func `a plan whose maker was stopped fails after a quarter of an hour`() throws {
        let (waiting, begun) = (try queued(), try queued())
        #expect(try application.store.write { try $0.beginPlan(begun) })
        application.clock.advance(seconds: 899)
        try application.runTimers()
        #expect(get("\(Self.path)/\(waiting)").text("status") == "queued")
        application.clock.advance(seconds: 1)
        try application.runTimers()
        for id in [waiting, begun] {
            let response = get("\(Self.path)/\(id)")
            #expect(response.text("status") == "failed" && response.text("failure") == "interrupted")
            #expect(cancel("\(Self.path)/\(id)").outcome == "409 state_conflict")
        }
        #expect(try application.store.check().isEmpty)
    }

    @Test func `others can neither see nor cancel it, and the city can`() throws {
        let path = "\(Self.path)/\(try queued())"
        for who in ["company", "network", "officer"] {
            #expect(application.fire("cancel", path, as: who).outcome == "404 not_found", "\(who)")
        }
        #expect(application.fire("cancel", path, as: "carrier").outcome == "403 role_forbidden")
        #expect(get(path).text("status") == "queued")
        #expect(application.fire("cancel", path, as: "city").text("to") == "cancelled")
    }
}
