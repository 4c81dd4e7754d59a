import JSON
import Scharnier
import ScharnierAPI
import Testing

/// Whole plans as they were when somebody looked at them: any change of a line, a bound or a sentence is seen.
@Suite struct GoldenPlanTests {
    static let flows = [
        "fairest-areas", "best-use", "floors-first", "floors-that-exclude-each-other",
        "carriers-at-their-cap",
    ]
    static let budgets = ["budget-by-weight", "budget-to-the-lowest-ratio"]

    private func order(_ name: String) throws -> [UInt8] {
        try Golden.bytes("AllocationPlans/Golden/\(name).order.json")
    }

    @Test(arguments: flows + budgets) func `a kept order gives its kept plan, byte for byte`(
        _ name: String
    ) throws {
        let order = try order(name)
        let plan = try AllocationPlan(AllocationOrder(parsing: order)).document(inputs: order)
        // One entry of a list in a line, so that differences can be read.
        let text = String(decoding: plan, as: UTF8.self).replacing("},{", with: "},\n{") + "\n"
        try Golden.expect(text, in: "AllocationPlans/Golden/\(name).plan.json")
    }

    @Test(arguments: flows + budgets) func `entries in another order give the same plan`(
        _ name: String
    ) throws {
        let bytes = try order(name)
        let order = try AllocationOrder(parsing: bytes)
        var turned = order
        turned.needs.reverse()
        turned.offers.reverse()
        turned.pairs.reverse()
        turned.areas.reverse()
        #expect(
            try AllocationPlan(order).document(inputs: bytes)
                == AllocationPlan(turned).document(inputs: bytes))
    }

    @Test(arguments: flows) func `kept plans keep the rules, reckoned from the files alone`(
        _ name: String
    ) throws {
        let order = try AllocationOrder(parsing: order(name))
        let plan = try JSONValue(parsing: Golden.bytes("AllocationPlans/Golden/\(name).plan.json"))
        let lines = try #require(plan["lines"]?.elements)
        var (byOffer, byNeed) = ([String: Int64](), [String: Int64]())
        for line in lines {
            let offer = try #require(line["offer_id"]?.text)
            let need = try #require(line["need_id"]?.text)
            let cents = try #require(line["amount_cents"]?.whole)
            byOffer[offer, default: 0] += cents
            byNeed[need, default: 0] += cents
            let giver = try #require(order.offers.first { $0.id == offer })
            #expect(giver.minGrantCents <= cents && cents <= giver.maxGrantCents ?? .max)
            #expect(order.pairs.contains { $0.offer == offer && $0.need == need })
        }
        for offer in order.offers { #expect(byOffer[offer.id] ?? 0 <= offer.budgetCents) }
        for need in order.needs {
            let cents = byNeed[need.id] ?? 0
            #expect(cents == 0 || need.minUsefulCents <= cents && cents <= need.capCents)
        }
        let all = order.offers.reduce(0) { $0 + $1.budgetCents }
        for (_, needs) in Dictionary(grouping: order.needs, by: \.carrier) {
            let cents = needs.reduce(0) { $0 + (byNeed[$1.id] ?? 0) }
            #expect(cents * 10_000 <= all * order.carrierCap)
        }
        for area in try #require(plan["areas"]?.elements) {
            let id = try #require(area["area_id"]?.text)
            let given = order.needs.reduce(0) { $0 + ($1.area == id ? byNeed[$1.id] ?? 0 : 0) }
            #expect(area["given_cents"]?.whole == given)
        }
    }
}

extension JSONValue {
    fileprivate subscript(_ name: String) -> JSONValue? {
        if case .object(let object) = self { object[name] } else { nil }
    }

    fileprivate var elements: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }
    fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }
    fileprivate var whole: Int64? { if case .integer(let whole) = self { whole } else { nil } }
}
