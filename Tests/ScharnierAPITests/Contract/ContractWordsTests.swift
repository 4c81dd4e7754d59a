import Testing

@testable import Scharnier
@testable import ScharnierAPI

@Suite struct ContractWordsTests {
    let contract: OpenAPI

    init() throws { contract = try OpenAPI.read() }

    /// Schemas that are fixed lists, with the name of their labels.
    private var fixedLists: [(schema: String, labels: String?, words: [String])] {
        contract.schemas.filter(\.node["enum"].exists).map { schema in
            (schema.name, schema.node["x-labels"].string, schema.node["enum"].words)
        }
    }

    @Test func `every fixed list of the contract has the words of the domain, in their order`() throws {
        for list in fixedLists {
            let labels = try #require(Labels.lists.first { $0.name == list.labels }, "\(list.schema)")
            #expect(list.words == labels.words.map(\.code), "\(list.schema)")
        }
    }

    @Test func `every list with labels is in the contract`() {
        #expect(Set(Labels.lists.map(\.name)).subtracting(fixedLists.compactMap(\.labels)) == [])
    }

    @Test func `no word of the contract has to be read as another type`() {
        for list in fixedLists {
            #expect(!list.words.contains(""), "\(list.schema)")
            #expect(Set(list.words).count == list.words.count, "\(list.schema)")
        }
    }

    @Test func `how far a role can reach is what the domain knows`() {
        let values = contract.operations.flatMap { $0.node["x-access"].members.compactMap(\.node.string) }
        #expect(Set(values).subtracting(Reach.allCases.map(\.rawValue)) == [])
    }

    @Test func `what is missing in a need or an offer is a member of its draft, and has a label`() {
        var need = Need.Content()
        for horizon in [Horizon?.none] + Horizon.allCases.map(Optional.some) {
            need.horizon = horizon
            expectNamed(need.missing(items: []).map(\.path), in: "NeedDraft")
        }
        for kind in [ResourceKind.money, .goods] {
            var offer = Offer.Content(kind: kind)
            expectNamed(offer.missing().map(\.path), in: "OfferDraft")
            offer.reach = .area
            expectNamed(offer.missing().map(\.path), in: "OfferDraft")
        }
    }

    private func expectNamed(_ paths: [String], in schema: String) {
        let members = contract.properties(of: schema).map(\.name)
        for path in paths {
            #expect(members.contains(path))
            #expect(Labels.field(path).de != path, "\(path)")
        }
    }
}
