import JSON
import Testing

@testable import Scharnier
@testable import ScharnierAPI

/// The lengths and counts of the contract are those of the domain: at the limit, and one past it.
@Suite struct ContractLimitsTests {
    let contract: OpenAPI

    init() throws { contract = try OpenAPI.read() }

    /// A schema of a request, and what the domain finds in a body of that form.
    struct Draft: Sendable, CustomTestStringConvertible {
        let schema: String
        let members: String
        let violations: @Sendable (JSONValue) throws -> [Violation]

        var testDescription: String { schema }
    }

    static let drafts = [
        Draft(schema: "NeedDraft", members: "") { json in
            var form = try Form(json)
            let draft = NeedDraft(&form)
            return form.violations + draft.content.violations()
                + Violation.count(of: draft.items, 0...Need.itemCount.upperBound, at: "items")
        },
        Draft(schema: "NeedItemDraft", members: #""kind":"volunteering","quantity":1,"unit":"hour""#) {
            json in
            var form = try Form(json)
            let item = NeedItemDraft.read(&form)
            return form.violations + item.content.violations(at: "").map { $0.moved }
        },
        Draft(schema: "OfferDraft", members: #""kind":"goods""#) { json in
            var form = try Form(json)
            let draft = OfferDraft(&form)
            return form.violations + draft.content.violations()
        },
        Draft(schema: "OrganizationDraft", members: #""kind":"carrier""#) { json in
            var form = try Form(json)
            let draft = OrganizationDraft(&form)
            return form.violations + draft.profile.violations()
        },
        Draft(schema: "ContactDraft", members: #""purpose":"event""#) { json in
            var form = try Form(json)
            let draft = ContactDraft(&form)
            return form.violations + draft.card.violations()
        },
        Draft(schema: "RegistrationDraft", members: #""kind":"carrier""#) { json in
            var form = try Form(json)
            let draft = OrganizationDraft(registration: &form)
            return form.violations + draft.profile.violations()
        },
        Draft(schema: "TaxStatusProposal", members: #""basis":"none""#) { json in
            var form = try Form(json)
            let status = TaxStatus(form: &form)
            return form.violations + status.violations(at: "")
        },
        Draft(schema: "CooperationDraft", members: "") { json in
            var form = try Form(json)
            let found = Cooperation(form: &form).violations()
            return form.violations + found.map { $0.outside("cooperation") }
        },
        Draft(schema: "AreaDraft", members: #""type":"custom","valid_from_on":"2027-01-01""#) { json in
            var form = try Form(json)
            let moment = Instant(milliseconds: 0)
            let draft = AreaDraft(&form, id: .nil, createdAt: moment, updatedAt: moment)
            return form.violations + draft.area.violations()
        },
        Draft(schema: "TaxonomyTermDraft", members: #""scheme":"topic""#) { json in
            var form = try Form(json)
            let moment = Instant(milliseconds: 0)
            let draft = TaxonomyTermDraft(&form, id: .nil, createdAt: moment, updatedAt: moment)
            return form.violations + draft.term.violations()
        },
        Draft(schema: "AreaAssignmentDraft", members: #""from_on":"2027-01-01""#) { json in
            var form = try Form(json)
            let draft = AreaAssignmentDraft(&form)
            return form.violations + draft.content.violations()
        },
        Draft(schema: "ResponsibilityDraft", members: "") { json in
            var form = try Form(json)
            let content = ResponsibilityDraft.read(&form)
            return form.violations + content.violations()
        },
        Draft(schema: "ProgrammeDraft", members: #""type":"prize","award_kind":"money""#) { json in
            var form = try Form(json)
            let draft = ProgrammeDraft(&form)
            return form.violations + draft.content.violations()
        },
        Draft(
            schema: "ProgrammePolicyDraft",
            members: #""version":"2026.1","valid_from_on":"2026-01-01","verification":"unverified""#
        ) { json in
            var form = try Form(
                .object([("type", .string("prize")), ("title", .string("Preis")), ("policy", json)]))
            let found = ProgrammeDraft(&form).content.violations()
            return (form.violations + found).map { $0.outside("policy") }
        },
        Draft(schema: "IdeaDraft", members: "") { json in
            var form = try Form(json)
            let draft = IdeaDraft(&form)
            return form.violations + draft.content.violations()
        },
        Draft(schema: "IntroductionDraft", members: "") { json in
            var form = try Form(json)
            let draft = IntroductionDraft(&form)
            return form.violations + draft.proposal.violations()
        },
    ]

    @Test(arguments: drafts) func `a text is as long as the contract lets it be`(_ draft: Draft) throws {
        // A text that has a pattern besides is tested with its rule.
        for (name, member) in members(of: draft)
        where member.isOf(type: "string") && !member["pattern"].exists {
            guard let longest = member["maxLength"].int else { continue }
            #expect(try codes(draft, name, text(longest)) == [], "\(name)")
            #expect(try codes(draft, name, text(longest + 1)) == [.tooLong], "\(name)")
            guard let shortest = member["minLength"].int, shortest > 0 else { continue }
            #expect(try codes(draft, name, text(shortest)) == [], "\(name)")
            #expect(try codes(draft, name, text(shortest - 1)) == [.tooShort], "\(name)")
        }
    }

    @Test(arguments: drafts) func `a list is as long as the contract lets it be`(_ draft: Draft) throws {
        for (name, member) in members(of: draft) where member.isOf(type: "array") {
            guard let most = member["maxItems"].int else { continue }
            let element = contract.resolved(member["items"])
            if element["enum"].exists { continue }
            #expect(try codes(draft, name, list(most, of: element)) == [], "\(name)")
            #expect(try codes(draft, name, list(most + 1, of: element)) == [.tooMany], "\(name)")
        }
    }

    @Test func `quantities, spans and pages have the bounds of the domain`() {
        expectBounds(of: "quantity", in: "NeedItemDraft", Quantity.units)
        expectBounds(of: "amount_cents", in: "NeedItemDraft", Quantity.cents)
        expectBounds(of: "quantity", in: "OfferDraft", Quantity.units)
        expectBounds(of: "budget_cents", in: "OfferDraft", Quantity.cents)
        expectBounds(of: "days", in: "TokenDraft", 1...Int64(AccessToken.lifeInDays.upperBound))
        expectBounds(
            of: "overlap_seconds", in: "TokenRotationDraft", 0...Int64(AccessToken.longestOverlapSeconds))
        for item in ["Need", "Offer", "Organization", "Introduction", "Programme", "Idea"] {
            let note = contract.properties(of: "\(item)TransitionDraft").first { $0.name == "note" }
            #expect(note?.node["maxLength"].int == Transition.noteLength.upperBound)
        }
        let limit = contract.root["components"]["schemas"]["PageLimit"]
        #expect(limit["maximum"].int == PageSize.largest)
    }

    private func expectBounds(of member: String, in schema: String, _ bounds: ClosedRange<Int64>) {
        let node = contract.properties(of: schema).first { $0.name == member }?.node
        #expect(node?["minimum"].int.map(Int64.init) == bounds.lowerBound, "\(schema) \(member)")
        #expect(node?["maximum"].int.map(Int64.init) == bounds.upperBound, "\(schema) \(member)")
    }

    private func members(of draft: Draft) -> [(String, Tree)] {
        contract.properties(of: draft.schema).map { ($0.name, $0.node) }
    }

    /// What is found at the member `name` of a draft that holds `value` there.
    private func codes(_ draft: Draft, _ name: String, _ value: String) throws -> [Violation.Code] {
        let members = [draft.members, "\"\(name)\":\(value)"].filter { !$0.isEmpty }.joined(separator: ",")
        let json = try JSONValue(parsing: Array("{\(members)}".utf8))
        // Objects of a list are all empty here, and so alike.
        return try draft.violations(json).filter { $0.path == name && $0.code != .notUnique }.map(\.code)
    }

    /// At signs, so that an e-mail address is none without one.
    private func text(_ length: Int) -> String { "\"\(String(repeating: "@", count: length))\"" }

    private func list(_ count: Int, of element: Tree) -> String {
        let elements = (0..<count).map { index in
            let number = String(index + 1000)
            if element.isOf(type: "object") { return "{}" }
            return element["format"].string == "uuid"
                ? "\"01a1fd70-f1c0-7abc-8def-00000000\(number)\"" : "\"c\(number)\""
        }
        return "[\(elements.joined(separator: ","))]"
    }
}

extension Violation {
    /// The same without the name of the object in which it lies.
    fileprivate func outside(_ place: String) -> Violation {
        Violation(
            String(path.dropFirst("\(place)/".count)), code, detail, minimum: minimum, maximum: maximum,
            allowed: allowed)
    }

    /// The same without the slash of an empty place before it.
    fileprivate var moved: Violation {
        Violation(
            String(path.drop { $0 == "/" }), code, detail, minimum: minimum, maximum: maximum,
            allowed: allowed)
    }
}
