import HTTPWire
import JSON
import ScharnierStore
import TestSupport
import Testing

/// Plans of who could give how much to whom: made, kept, adopted (F-54, matching.md §12, §13).
@Suite struct AllocationPlanRoutesTests {
    private let application: Application

    init() throws { application = try Application() }

    private static let money = Document([
        ("kind", #""money""#), ("title", #""Fördertopf""#), ("budget_cents", "500000"),
        ("min_per_commitment_cents", "10000"), ("reach", #""city""#),
    ])

    /// A published need that asks for so many cents.
    private func need(_ cents: Int, area: String = "ar-nordmarkt", least: Int = 100) throws -> String {
        let line = Document.money.with("amount_cents", "\(cents)").with("min_amount_cents", "\(least)")
        return try application.publishedNeed(
            Document.need(application, area: area).with("items", "[\(line.text)]")
        ).id
    }

    private func plan(_ wish: String = "{}", as who: String = "foundation") -> Response {
        application.send(.post, "/v1/allocation-plans", wish, as: who)
    }

    private func amounts(_ response: Response) -> [Int64] {
        (0..<(response.count("plan/lines") ?? 0)).compactMap {
            response.integer("plan/lines/\($0)/amount_cents")
        }
    }

    private func adopt(_ plan: String, _ needs: [String], offer: String? = nil, more: String = "") -> Response
    {
        let lines = needs.map { need in
            #"{"need_id":"\#(need)""# + (offer.map { #","offer_id":"\#($0)""# } ?? "") + "}"
        }
        let body = #"{"lines":[\#(lines.joined(separator: ","))]\#(more)}"#
        return application.send(.post, "\(plan)/adoptions", body, as: "foundation")
    }

    @Test func `offers give to the needs that fit, and nothing else changes`() throws {
        let offer = try application.activeOffer(Self.money, as: "foundation")
        let needs = [try need(250_000), try need(250_000, area: "ar-hoerde")]
        let before = ([offer] + needs.map { "/v1/needs/\($0)" }).map {
            application.send(.get, $0, as: "city").impersonal
        }
        let response = plan()
        #expect(response.status == 201, "\(response.outcome) \(response.faults)")
        #expect(response.text("status") == "done" && response.text("method") == "flow")
        #expect(amounts(response) == [250_000, 250_000])
        #expect(Set((0..<2).compactMap { response.text("plan/lines/\($0)/need_id") }) == Set(needs))
        #expect(response.text("plan/lines/0/offer_id") == offer.id)
        #expect(response.integer("amount_cents") == 500_000 && response.integer("line_count") == 2)
        #expect(response["plan/infeasible"] == JSONValue.null)
        let after = ([offer] + needs.map { "/v1/needs/\($0)" }).map {
            application.send(.get, $0, as: "city").impersonal
        }
        #expect(before == after)
        #expect(application.listed("/v1/introductions", as: "city").isEmpty)
        #expect(try application.store.check().isEmpty)
    }

    @Test func `equal inputs give an equal hash, other inputs another`() throws {
        _ = try application.activeOffer(Self.money, as: "foundation")
        _ = try need(400_000)
        let first = plan()
        application.clock.advance(seconds: 60)
        let second = plan()
        #expect(first.text("plan_hash") != nil && first.text("plan_hash") == second.text("plan_hash"))
        #expect(first.text("id") != second.text("id"))
        let other = plan(#"{"carrier_cap_bp":1000}"#)
        #expect(other.text("plan_hash") != first.text("plan_hash"))
        #expect(amounts(other) == [50_000])
    }

    @Test func `a plan is one's own, and the city's to see`() throws {
        _ = try application.activeOffer(Self.money, as: "foundation")
        _ = try need(100_000)
        let path = try #require(plan().field("Location"))
        #expect(application.send(.get, path, as: "foundation").text("plan/method") == "flow")
        #expect(application.send(.get, path, as: "city").has("created_by"))
        for who in ["company", "network", "officer"] {
            #expect(application.send(.get, path, as: who).outcome == "404 not_found", "\(who)")
            #expect(application.listed("/v1/allocation-plans", as: who).isEmpty)
        }
        #expect(application.send(.get, path, as: "carrier").outcome == "403 role_forbidden")
        let list = application.send(.get, "/v1/allocation-plans?method=flow&count=exact", as: "foundation")
        #expect(list.ids == [path.id] && list.integer("count") == 1)
        #expect(!list.has("items/0/plan") && list.text("items/0/plan_hash") != nil)
        #expect(!list.has("items/0/created_by"))
        let seen = application.send(.get, "/v1/allocation-plans", as: "city")
        #expect(seen.has("items/0/created_by"))
        #expect(application.listed("/v1/allocation-plans?method=lowest_ratio", as: "foundation").isEmpty)
        let feed = application.send(.get, "/v1/changes?after=0&types=allocation_plan", as: "foundation")
        #expect(feed.elements("items").map { $0["href"] } == [path])
    }

    @Test func `one budget is shared by weight, as the vector says`() throws {
        let needs = try [400_000, 600_000, 800_000].map { try need($0) }
        let response = plan(#"{"method":"weighted_fair","budget_cents":1000000}"#)
        #expect(amounts(response) == [333_400, 333_300, 333_300], "\(response.outcome)")
        #expect((0..<3).compactMap { response.text("plan/lines/\($0)/need_id") } == needs)
        #expect(response.integer("plan/rest_cents") == 0)
    }

    @Test func `what would be too little to be of use is dropped, and told`() throws {
        _ = try [(400_000, 350_000), (600_000, 350_000), (800_000, 100)].map { try need($0, least: $1) }
        let response = plan(#"{"method":"weighted_fair","budget_cents":1000000}"#)
        #expect(amounts(response) == [400_000, 600_000])
        #expect(response.integer("plan/dropped/0/would_get_cents") == 333_300)
        #expect(response.text("plan/dropped/0/code") == "below_minimum")
    }

    @Test func `a budget of a programme is for whom its policy says`() throws {
        let policy = """
            {"version":"2026.1","valid_from_on":"2026-01-01","legal_basis":"Satzung","verification":"unverified",
             "horizons":["permanent"]}
            """
        let programme = try application.create(
            "programmes",
            Document([("type", #""fund""#), ("title", #""Fonds""#), ("policy", policy)]), as: "foundation")
        let need = try need(100_000)
        let body = #"{"method":"gap_proportional","budget_cents":1000,"programme_id":"\#(programme.id)"}"#
        let response = plan(body)
        #expect(response["plan"] == JSONValue.null && response.integer("line_count") == 0)
        #expect(response.text("excluded/0/need_id") == need)
        #expect(response.text("excluded/0/gates/0/code") == "horizon_excluded")
        #expect(response.text("programme_id") == programme.id)
        #expect(plan(body, as: "company").faults == ["#/programme_id reference_not_found"])
    }

    @Test func `what nothing fits is told with its gates`() throws {
        _ = try application.activeOffer(
            Self.money.with("horizons", #"["permanent"]"#), as: "foundation")
        let need = try need(100_000)
        let response = plan()
        #expect(amounts(response).isEmpty)
        #expect(response.text("plan/unserved/0/reason") == "no_eligible_offer")
        #expect(response.text("excluded/0/need_id") == need)
        #expect(response.text("excluded/0/gates/0/code") == "horizon_excluded")
        #expect(response.integer("excluded/0/gates/0/offers") == 1)
    }

    @Test func `what stands in the way is told by names, and the whole city has one, too`() throws {
        _ = try application.activeOffer(Self.money, as: "foundation")
        let line = Document.money.with("amount_cents", "1000000")
        _ = try application.publishedNeed(
            Document.need(application).with("items", "[\(line.text)]").with("city_wide", "true")
                .without("beneficiary_area_ids"))
        _ = try need(1_000_000)
        let response = plan()
        let names = try ["ar-nordmarkt", "dortmund"].map { code in
            try #require(application.send(.get, "/v1/areas?code=\(code)").text("items/0/name"), "\(code)")
        }
        let text = try #require(response.text("plan/cuts/0/text/de"), "\(response.outcome)")
        for name in names { #expect(text.contains(name), "\(text)") }
    }

    @Test func `where nobody asks or nobody gives there is no plan, and no error`() throws {
        let noNeeds = plan(#"{"method":"weighted_fair","budget_cents":100}"#)
        #expect(noNeeds.status == 201 && noNeeds["plan"] == JSONValue.null)
        _ = try need(100_000)
        let noOffers = plan()
        #expect(noOffers.status == 201 && noOffers["plan"] == JSONValue.null)
        #expect(noOffers.integer("amount_cents") == 0)
        #expect(application.send(.get, noOffers.field("Location") ?? "", as: "foundation").status == 200)
    }

    @Test func `floors that exclude each other are explained, not refused`() throws {
        _ = try application.activeOffer(Self.money, as: "foundation")
        _ = try need(400_000)
        _ = try need(400_000, area: "ar-hoerde")
        let floors = ["ar-nordmarkt", "ar-hoerde"].map {
            #"{"area_id":"\#(application.area($0))","share_bp":10000}"#
        }
        let response = plan(#"{"floors":[\#(floors.joined(separator: ","))]}"#)
        #expect(response.status == 201 && amounts(response).isEmpty)
        #expect(response.text("plan/infeasible/code") == "floor_unreachable")
        #expect(response.integer("plan/infeasible/wanted_cents") == 800_000)
        #expect(response.integer("plan/infeasible/reachable_cents") == 500_000)
        let half = plan(#"{"floors":[\#(floors[0])]}"#)
        #expect(half["plan/infeasible"] == JSONValue.null && half.integer("amount_cents") == 500_000)
    }

    @Test(arguments: [
        (#"{"need_ids":[]}"#, "need_ids too_few"), (#"{"offer_ids":[]}"#, "offer_ids too_few"),
        (#"{"budget_cents":5}"#, "budget_cents not_allowed_together"),
        (#"{"method":"weighted_fair"}"#, "budget_cents required"),
        (#"{"method":"weighted_fair","budget_cents":0}"#, "budget_cents out_of_range"),
        (#"{"method":"roulette"}"#, "method not_in_enum"),
        (#"{"fairness_bp":10001}"#, "fairness_bp out_of_range"),
        (#"{"max_funders":0}"#, "max_funders out_of_range"), (#"{"seed":1}"#, "seed unknown_member"),
        (#"{"topics":["nonsense"]}"#, "topics/0 reference_not_found"),
        (#"{"need_ids":["01a1fd70-f1c0-7abc-8def-000000000001"]}"#, "need_ids/0 reference_not_found"),
        (#"{"offer_ids":["01a1fd70-f1c0-7abc-8def-000000000001"]}"#, "offer_ids/0 reference_not_found"),
        (
            #"{"floors":[{"area_id":"01a1fd70-f1c0-7abc-8def-000000000001","share_bp":1}]}"#,
            "floors/0/area_id reference_not_found"
        ),
        (#"{"floors":[{"share_bp":1}]}"#, "floors/0/area_id required"),
    ])
    func `what contradicts itself, or is not there, is told by its place`(wish: String, fault: String) {
        let before = application.position
        let response = plan(wish)
        #expect(response.outcome == "422 validation_failed")
        #expect(response.faults == ["#/\(fault)"])
        #expect(application.position == before)
    }

    @Test func `nobody plans with the money of others, nor floors where nothing is asked for`() throws {
        let offer = try application.activeOffer(Self.money, as: "foundation")
        let foreign = plan(#"{"offer_ids":["\#(offer.id)"]}"#, as: "company")
        #expect(foreign.outcome == "403 role_forbidden")
        _ = try need(100_000)
        #expect(plan(as: "company")["plan"] == JSONValue.null)
        #expect(plan(as: "city").integer("line_count") == 1)
        let area = application.area("ar-hoerde")
        let floor = plan(#"{"floors":[{"area_id":"\#(area)","share_bp":1}]}"#)
        #expect(floor.faults == ["#/floors/0/area_id not_allowed_together"])
    }

    @Test func `lines are adopted one by one, each once`() throws {
        let offer = try application.activeOffer(Self.money, as: "foundation").id
        let needs = [try need(100_000), try need(150_000)]
        let path = try #require(plan().field("Location"))
        let adopted = adopt(path, [needs[0]], offer: offer, more: #","message":"Gerne.""#)
        #expect(adopted.text("lines/0/result") == "created", "\(adopted.outcome) \(adopted.faults)")
        let introduction = try #require(adopted.text("lines/0/introduction_id"))
        let document = application.send(.get, "/v1/introductions/\(introduction)", as: "carrier")
        #expect(document.text("status") == "accepted_by_one" && document.text("message") == "Gerne.")
        #expect(document.integer("lines/0/quantity") == 100_000)
        let position = application.position
        let again = adopt(path, [needs[0]], offer: offer)
        #expect(again.text("lines/0/result") == "existing")
        #expect(again.text("lines/0/introduction_id") == introduction)
        #expect(application.position == position)
        let kept = application.send(.get, path, as: "foundation")
        #expect(kept.integer("adopted_count") == 1)
        #expect(kept.text("adoptions/0/introduction_id") == introduction)
        #expect(try application.store.check().isEmpty)
    }

    @Test func `a line that does not fit any more comes back with its reason, or refuses all`() throws {
        let offer = try application.activeOffer(Self.money, as: "foundation").id
        let needs = [try need(100_000), try need(150_000)]
        let path = try #require(plan().field("Location"))
        application.fire("pause", "/v1/needs/\(needs[0])", as: "carrier", facts: #","reason_code":"other""#)
        let position = application.position
        let all = adopt(path, needs, offer: offer, more: #","mode":"all""#)
        #expect(all.status == 422 || all.status == 409, "\(all.outcome)")
        #expect(application.position == position)
        let each = adopt(path, needs, offer: offer)
        #expect(each.text("lines/0/result") == "refused" && each.text("lines/1/result") == "created")
        #expect(each["lines/0/introduction_id"] == JSONValue.null && each.text("lines/0/code") != nil)
        #expect(application.listed("/v1/introductions", as: "city").count == 1)
        let strange = adopt(path, [needs[0]])
        #expect(strange.faults == ["#/lines/0 reference_not_found"])
        #expect(adopt(path, []).faults == ["#/lines too_few"])
        #expect(adopt(path, ["x"]).faults == ["#/lines/0/need_id bad_format"])
        let many = adopt(path, Array(repeating: needs[0], count: 101), offer: offer)
        #expect(many.faults == ["#/lines too_many"])
    }

    @Test func `a budget becomes introductions without an offer`() throws {
        let need = try need(100_000)
        let path = try #require(
            plan(#"{"method":"weighted_fair","budget_cents":60000}"#).field("Location"))
        let adopted = adopt(path, [need])
        let introduction = try #require(adopted.text("lines/0/introduction_id"), "\(adopted.outcome)")
        let document = application.send(.get, "/v1/introductions/\(introduction)", as: "foundation")
        #expect(document["offer_id"] == JSONValue.null && document.integer("lines/0/quantity") == 60_000)
        #expect(document.text("supplier_id") == application.id(of: "foundation"))
    }

    @Test func `a plan is tried out without a trace, and made once under a key`() throws {
        _ = try application.activeOffer(Self.money, as: "foundation")
        _ = try need(100_000)
        let before = application.position
        let tried = application.send(
            .post, "/v1/allocation-plans?dry_run=true", "{}", as: "foundation")
        #expect(tried.status == 200 && tried.integer("version") == 0 && tried.field("Location") == nil)
        #expect(tried.text("id") == "00000000-0000-0000-0000-000000000000")
        #expect(amounts(tried) == [100_000] && application.position == before)
        let key = [("Idempotency-Key", "plan-1")]
        let first = application.send(.post, "/v1/allocation-plans", "{}", as: "foundation", fields: key)
        let second = application.send(.post, "/v1/allocation-plans", "{}", as: "foundation", fields: key)
        #expect(first.status == 201 && second.body == first.body)
        #expect(second.field("Idempotency-Replayed") == "true")
        #expect(application.listed("/v1/allocation-plans", as: "foundation").count == 1)
    }
}
