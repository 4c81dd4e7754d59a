import Testing

@testable import Scharnier

@Suite struct OpenQuestionTests {
    /// A change after which exactly one gate is open, and who must answer what.
    struct Case: Sendable, CustomTestStringConvertible {
        let code: Gate.Code
        let by: String
        let field: String
        let change: @Sendable (inout SampleCity) -> Void

        init(
            _ code: Gate.Code, _ by: String, _ field: String,
            _ change: @escaping @Sendable (inout SampleCity) -> Void
        ) {
            self.code = code
            self.by = by
            self.field = field
            self.change = change
        }

        var testDescription: String { "\(code.rawValue) \(by) \(field)" }
    }

    static let cases = [
        Case(.unitMismatch, "supplier", "unit") { $0.given.unit = nil },
        Case(.unitMismatch, "carrier", "unit") { $0.asked.unit = nil },
        Case(.quantityInsufficient, "supplier", "quantity") { $0.given.quantity = nil },
        Case(.amountOutOfRange, "supplier", "budget_cents") {
            $0.changeToMoney(100_000); $0.given.quantity = nil
        },
        Case(.areaOutOfScope, "supplier", "reach") { $0.given.reach = nil },
        Case(.areaOutOfScope, "supplier", "area_ids") { $0.given.reach = .area },
        Case(.areaOutOfScope, "carrier", "beneficiary_area_ids") {
            $0.given.reach = .area
            $0.given.areas = [SampleCity.Place.marten]
            $0.need.content.beneficiaryAreas = []
        },
        Case(.horizonExcluded, "carrier", "horizon") {
            $0.need.content.horizon = nil; $0.given.horizons = [.acute]
        },
        Case(.topicExcluded, "carrier", "topics") {
            $0.need.content.topics = []; $0.given.areTopicsStrict = true
        },
        Case(.targetGroupExcluded, "carrier", "target_groups") {
            $0.given.targetGroups = ["seniors"]
            $0.given.areTargetGroupsStrict = true
        },
        Case(.skillsMissing, "supplier", "skills") {
            $0.asked.skills = ["driving"]; $0.asked.areSkillsMandatory = true
        },
        Case(.accessibilityUnmet, "supplier", "accessibility") {
            $0.changeKind(to: .room)
            $0.asked.accessibility = ["step_free"]
        },
        Case(.noPayee, "carrier", "legal_form") {
            $0.changeToMoney(100_000); $0.carrier.profile.legalForm = nil
        },
        Case(.receiptIncapable, "carrier", "tax_status") {
            $0.given.legalNature = .inKindDonation
            $0.carrier.profile.taxStatus = nil
        },
    ]

    @Test(arguments: cases) func `what nobody has stated excludes nobody, and somebody is asked`(
        _ entry: Case
    ) throws {
        var city = SampleCity()
        entry.change(&city)
        let evaluation = city.evaluation
        #expect(evaluation.isEligible)
        #expect(evaluation.gates.filter { $0.passes == nil }.map(\.code) == [entry.code])
        let fix = try #require(city.gate(entry.code)?.fix)
        #expect(fix.by == entry.by)
        #expect(fix.field == entry.field)
    }

    @Test func `there is a case for every gate that can be open`() {
        let open = GateSentences.all.filter { $0.isOpen != nil }.map(\.code)
        #expect(Set(open) == Set(Self.cases.map(\.code)))
    }

    @Test func `an offer for every horizon asks for none`() {
        var city = SampleCity()
        city.need.content.horizon = nil
        #expect(city.gate(.horizonExcluded)?.passes == true)
    }

    @Test func `a host whose tax status is not known may still give receipts`() {
        var city = SampleCity()
        city.given.legalNature = .donation
        city.carrier.profile.taxStatus = .init(basis: .none)
        city.need.content.host = .host
        city.host.profile.taxStatus = nil
        #expect(city.gate(.receiptIncapable)?.passes == .some(nil))
    }
}
