import JSON
import Scharnier
import ScharnierAPI
import Testing

/// Orders are read from JSON and plans written as JSON.
@Suite struct AllocationDocumentTests {
    private static let order = """
        {"needs":[{"id":"n1","area_id":"Nord","carrier_id":"c","cap_cents":10000,"min_useful_cents":1000,"urgency":4},
        {"id":"n2","area_id":"Süd","carrier_id":"d","cap_cents":10000}],
        "offers":[{"id":"o1","budget_cents":9000,"max_grant_cents":6000}],
        "pairs":[{"offer_id":"o1","need_id":"n1","fit":87.25},{"offer_id":"o1","need_id":"n2","fit":40}],
        "areas":[{"id":"Nord","deprivation":0.75}],"fairness":0.5,"carrier_cap_percent":99.5}
        """

    private func violations(_ text: String) throws -> [String] {
        do {
            _ = try AllocationOrder(parsing: Array(text.utf8))
            return []
        } catch Refusal.invalid(let violations) {
            return violations.map { "\($0.path) \($0.code.rawValue)" }
        }
    }

    private func document(_ text: String) throws -> JSONValue {
        let bytes = Array(text.utf8)
        return try JSONValue(parsing: AllocationPlan(AllocationOrder(parsing: bytes)).document(inputs: bytes))
    }

    @Test func `every member is read`() throws {
        let order = try AllocationOrder(parsing: Array(Self.order.utf8))
        #expect(order.method == .flow && order.fairness == 5_000 && order.carrierCap == 9_950)
        #expect(order.needs.map(\.urgency) == [4, 1] && order.needs[0].minUsefulCents == 1_000)
        #expect(order.offers == [.init(id: "o1", budgetCents: 9_000, maxGrantCents: 6_000)])
        #expect(order.pairs.map(\.fit) == [872_500, 400_000])
        #expect(order.areas == [.init(id: "Nord", deprivation: 7_500)])
    }

    @Test func `everything that is wrong is told at its place`() throws {
        #expect(try violations("[]") == [" wrong_type"])
        #expect(try violations("{}") == ["needs required", "offers required", "pairs required"])
        #expect(
            try violations(#"{"needs":[],"offers":[],"pairs":[],"x":1}"#)
                == ["needs too_few", "offers too_few", "x unknown_member"])
        #expect(
            try violations(#"{"needs":[{"id":"","cap_cents":1.5,"area_id":"a"}],"offers":[7],"pairs":[]}"#)
                == [
                    "needs/0/id too_short", "needs/0/carrier_id required", "needs/0/cap_cents wrong_type",
                    "offers/0 wrong_type",
                ])
        for number in ["0.12345", "1e2", "\"1\"", "99999999999"] {
            let text = Self.order.replacing("\"fairness\":0.5", with: "\"fairness\":\(number)")
            #expect(try violations(text) == ["fairness wrong_type"], "\(number)")
        }
    }

    @Test func `an area may have a name of 120 characters`() throws {
        func named(_ name: String) -> String {
            Self.order.replacing("\"deprivation\":0.75", with: "\"name\":\"\(name)\"")
        }
        let longest = String(repeating: "ä", count: 120)
        #expect(try AllocationOrder(parsing: Array(named(longest).utf8)).areas.map(\.name) == [longest])
        #expect(try violations(named(longest + "ä")) == ["areas/0/name too_long"])
        #expect(try violations(named("")) == ["areas/0/name too_short"])
    }

    @Test func `rules are told at the place of the document`() throws {
        let text = Self.order.replacing(
            "\"max_grant_cents\":6000", with: "\"min_grant_cents\":5,\"max_grant_cents\":4")
        #expect(try violations(text) == ["offers/0/min_grant_cents not_allowed_together"])
        let lost = Self.order.replacing("\"need_id\":\"n2\"", with: "\"need_id\":\"n3\"")
        #expect(try violations(lost) == ["pairs/1/need_id reference_not_found"])
    }

    @Test func `the plan holds lines, bounds and reasons`() throws {
        guard case .object(let plan) = try document(Self.order) else {
            Issue.record("no object")
            return
        }
        let names = plan.members.map(\.name)
        #expect(
            names == [
                "method", "inputs_hash", "fairness", "kept_fairness", "totals", "welfare_cents",
                "welfare_bound_cents", "welfare_share", "worst_area_share", "worst_level_bound",
                "price_of_fairness", "lines", "areas", "unserved", "cuts", "infeasible",
            ])
        #expect(plan["fairness"] == .number("0.5"))
        #expect(plan["welfare_share"] == .integer(1))
        #expect(plan["unserved"] == .array([]))
        guard case .array(let lines) = plan["lines"], case .object(let line) = lines.first else {
            Issue.record("no lines")
            return
        }
        #expect(line["offer_id"] == .string("o1") && line["amount_cents"] == .integer(6_000))
        #expect(line["fit"] == .number("87.25"))
    }

    @Test func `the same bytes give the same plan`() throws {
        #expect(try document(Self.order) == document(Self.order))
    }

    @Test func `floors that exclude each other are explained`() throws {
        let text = Self.order.replacing(
            "\"deprivation\":0.75}",
            with: "\"deprivation\":0.75,\"floor\":0.6},{\"id\":\"Süd\",\"floor\":0.6}")
        guard case .object(let plan) = try document(text), case .object(let reason) = plan["infeasible"]
        else {
            Issue.record("no reason")
            return
        }
        #expect(plan["lines"] == .array([]))
        #expect(reason["wanted_cents"] == .integer(12_000) && reason["reachable_cents"] == .integer(9_000))
        #expect(reason["code"] == .string("floor_unreachable"))
    }

    @Test func `one budget is shared without offers`() throws {
        let text = """
            {"method":"lowest_ratio","budget_cents":300000,"needs":[
            {"id":"a","area_id":"x","carrier_id":"x","cap_cents":100000,"has_cents":900000},
            {"id":"b","area_id":"x","carrier_id":"x","cap_cents":600000,"has_cents":200000},
            {"id":"c","area_id":"x","carrier_id":"x","cap_cents":400000,"has_cents":100000}]}
            """
        guard case .object(let plan) = try document(text), case .array(let lines) = plan["lines"] else {
            Issue.record("no lines")
            return
        }
        let amounts = lines.compactMap { line -> JSONValue? in
            guard case .object(let line) = line else { return nil }
            return line["amount_cents"]
        }
        #expect(amounts == [.integer(169_231), .integer(130_769)])
        #expect(plan["rest_cents"] == .integer(0))
    }
}
