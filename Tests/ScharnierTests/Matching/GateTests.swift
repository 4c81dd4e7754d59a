import Testing

@testable import Scharnier

@Suite struct GateTests {
    private typealias Place = SampleCity.Place

    /// A change after which exactly one gate fails.
    struct Case: Sendable, CustomTestStringConvertible {
        let code: Gate.Code
        let change: @Sendable (inout SampleCity) -> Void

        init(_ code: Gate.Code, _ change: @escaping @Sendable (inout SampleCity) -> Void) {
            self.code = code
            self.change = change
        }

        var testDescription: String { code.rawValue }
    }

    static let cases = [
        Case(.needNotLive) { $0.need.status = .paused },
        Case(.offerNotLive) { $0.offer.status = .paused },
        Case(.notVisible) { $0.need.content.visibility = .brokered },
        Case(.notVisible) { $0.given.visibility = .brokered },
        Case(.kindMismatch) { $0.given.kind = .room },
        Case(.unitMismatch) { $0.given.unit = .set },
        Case(.categoryMismatch) { $0.given.category = "furniture" },
        Case(.conditionMismatch) { $0.asked.condition = .new },
        Case(.quantityInsufficient) { $0.given.quantity = 9 },
        Case(.quantityInsufficient) {
            $0.given.minimum = 31; $0.given.quantity = 50
        },
        Case(.amountOutOfRange) {
            $0.changeToMoney(100_000); $0.given.minimum = 100_001; $0.given.quantity = 200_000
        },
        Case(.windowMismatch) { $0.given.available.from = $0.asOf.adding(11) },
        Case(.areaOutOfScope) {
            $0.given.reach = .area; $0.given.areas = [Place.marten]
        },
        Case(.notRemote) { $0.given.reach = .digital },
        Case(.horizonExcluded) { $0.given.horizons = [.permanent] },
        Case(.topicExcluded) {
            $0.given.areTopicsStrict = true; $0.given.topics = ["culture_sport"]
        },
        Case(.targetGroupExcluded) {
            $0.given.areTargetGroupsStrict = true
            $0.given.targetGroups = ["seniors"]
            $0.need.content.targetGroups = ["children"]
        },
        Case(.skillsMissing) {
            $0.asked.areSkillsMandatory = true
            $0.asked.skills = ["first_aid", "driving"]
            $0.given.skills = ["driving"]
        },
        Case(.accessibilityUnmet) {
            $0.changeKind(to: .room)
            $0.asked.accessibility = ["step_free", "toilet"]
            $0.given.accessibility = ["step_free"]
        },
        Case(.safeguardingUnmet) { $0.asked.safeguarding = .supervisedOnly },
        Case(.safeguardingUnmet) {
            $0.asked.safeguarding = .extendedCertificate; $0.given.safeguarding = .supervisedOnly
        },
        Case(.carrierUnverified) { $0.carrier.verification.status = .unverified },
        Case(.carrierUnverified) { $0.carrier.verification.status = .rejected },
        Case(.supplierUnverified) { $0.supplier.verification.status = .unverified },
        Case(.organizationSuspended) { $0.carrier.verification.status = .suspended },
        Case(.organizationSuspended) { $0.supplier.verification.status = .suspended },
        Case(.organizationSuspended) {
            $0.need.content.host = .host; $0.host.verification.status = .suspended
        },
        Case(.noPayee) {
            $0.changeToMoney(100_000); $0.carrier.profile.legalForm = .informal
        },
        Case(.receiptIncapable) {
            $0.given.legalNature = .inKindDonation; $0.carrier.profile.taxStatus = .init(basis: .none)
        },
        Case(.sameOrganization) { $0.supplier.profile.umbrella = .carrier },
        Case(.sameOrganization) { $0.carrier.profile.umbrella = .giver },
        Case(.sameOrganization) {
            $0.need.content.host = .host; $0.host.profile.umbrella = .giver
        },
        Case(.alreadyOpen) {
            $0.introductions += [SampleCity.introduction(.inTalks, item: $0.need.items[0].id)]
        },
        Case(.declinedRecently) {
            let decline = Introduction.Decline(side: .supplier, reasonCode: "timing", note: nil)
            $0.introductions += [
                SampleCity.introduction(.declined, item: $0.need.items[0].id, decline: decline)
            ]
        },
    ]

    @Test func `a pair that fits has no blockers and no open questions`() {
        #expect(SampleCity().evaluation.gates.allSatisfy { $0.passes == true })
        #expect(SampleCity().evaluation.isEligible)
    }

    @Test func `there is a case for every code`() {
        #expect(Set(Self.cases.map(\.code)) == Set(Gate.Code.allCases))
    }

    @Test(arguments: cases) func `each gate fails alone, with its code`(_ entry: Case) {
        var city = SampleCity()
        entry.change(&city)
        let evaluation = city.evaluation
        #expect(evaluation.blockers.map(\.code) == [entry.code])
        #expect(!evaluation.isEligible)
        #expect(evaluation.gates.allSatisfy { $0.passes != nil })
    }

    @Test func `all gates that fail are returned together, in the order of the table`() {
        var city = SampleCity()
        // Cases that exclude each other's subject are left out.
        let excluded: Set<Gate.Code> = [
            .kindMismatch, .unitMismatch, .amountOutOfRange, .accessibilityUnmet, .noPayee,
        ]
        var seen: Set<Gate.Code> = excluded.union([.notRemote, .organizationSuspended])
        for entry in Self.cases where seen.insert(entry.code).inserted { entry.change(&city) }
        let expected = Gate.Code.allCases.filter {
            !excluded.contains($0) && $0 != .notRemote && $0 != .organizationSuspended
        }
        #expect(city.evaluation.blockers.map(\.code) == expected)
    }

    @Test func `gates come in the order of the table, each at most once`() {
        for entry in Self.cases {
            var city = SampleCity()
            entry.change(&city)
            let codes = city.evaluation.gates.map(\.code)
            #expect(codes == Gate.Code.allCases.filter(codes.contains))
        }
    }

    @Test func `gates that do not concern the pair are left out`() {
        let codes = SampleCity().evaluation.gates.map(\.code)
        #expect(
            codes == [
                .needNotLive, .offerNotLive, .kindMismatch, .unitMismatch, .categoryMismatch,
                .quantityInsufficient,
                .windowMismatch, .horizonExcluded, .carrierUnverified, .supplierUnverified,
                .organizationSuspended,
                .sameOrganization, .alreadyOpen, .declinedRecently,
            ])
    }

    @Test func `officer and city may go over the gates that the table marks`() {
        let marked: Set<Gate.Code> = [
            .notVisible, .unitMismatch, .categoryMismatch, .conditionMismatch, .windowMismatch,
            .areaOutOfScope,
            .topicExcluded, .targetGroupExcluded, .skillsMissing, .receiptIncapable, .sameOrganization,
            .declinedRecently,
        ]
        #expect(Set(GateSentences.all.filter(\.isOverridable).map(\.code)) == marked)
    }

    @Test func `an organisation that is not known is not verified`() {
        let city = SampleCity()
        let context = MatchingContext(
            asOf: city.asOf, tree: AreaTree(city.areas), taxonomy: Taxonomy(city.terms), organizations: [:])
        let evaluation = context.evaluate(city.need.items[0], of: city.need, against: city.offer)
        #expect(evaluation.blockers.map(\.code) == [.carrierUnverified, .supplierUnverified])
    }
}
