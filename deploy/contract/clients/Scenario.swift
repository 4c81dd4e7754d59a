import Foundation
import OpenAPIClient

/// The main scenario in Swift, with nothing but the client that is generated from the contract.
///
/// Arguments: the address of the server, and the tokens of a carrier, a company and an officer.
@main struct Scenario {
    /// What did not come out as it must.
    struct Fault: Error, CustomStringConvertible { let description: String }

    static func main() async throws {
        let given = CommandLine.arguments.dropFirst()
        guard let base = given.first, given.count == 4 else { throw Fault(description: "four arguments") }
        let callers = given.dropFirst().map { caller(base, $0) }
        try await play(carrier: callers[0], company: callers[1], officer: callers[2])
        print("generated Swift client: compiled, and it plays the main scenario")
    }

    static func caller(_ base: String, _ token: String) -> OpenAPIClientAPIConfiguration {
        OpenAPIClientAPIConfiguration(basePath: base, customHeaders: ["Authorization": "Bearer \(token)"])
    }

    /// Create need → publish → read suggestions → introduce → both accept → see it in the feed.
    static func play(
        carrier: OpenAPIClientAPIConfiguration, company: OpenAPIClientAPIConfiguration,
        officer: OpenAPIClientAPIConfiguration
    ) async throws {
        let start = try await ChangesAPI.listChanges(after: "latest", apiConfiguration: carrier).nextAfter
        let need = try await publishedNeed(carrier: carrier, officer: officer)
        let own = try await TokensAPI.getMe(apiConfiguration: company).organization.id
        let offers = try await OffersAPI.listOffers(limit: 200, organizationId: [own], apiConfiguration: company)
        let suggested = try await SuggestionsAPI.listNeedSuggestions(
            id: need.id, limit: 50, apiConfiguration: carrier)
        let known = Set(offers.items.map(\.id))
        guard let offer = suggested.items.first(where: { known.contains($0.offerId) })?.offerId else {
            throw Fault(description: "nothing of the company was suggested for the need")
        }
        let line = IntroductionDraftLinesInner(needItemId: need.items[0].id, quantity: 5)
        let introduction = try await IntroductionsAPI.createIntroduction(
            introductionDraft: IntroductionDraft(needId: need.id, lines: [line], offerId: offer),
            apiConfiguration: company)
        let connected = try await IntroductionsAPI.transitionIntroduction(
            id: introduction.id, introductionTransitionDraft: IntroductionTransitionDraft(event: .accept),
            apiConfiguration: carrier)
        guard connected.item.status == .connected, !connected.item.contacts.isEmpty else {
            throw Fault(description: "both accepted, and it is \(connected.item.status)")
        }
        let feed = try await ChangesAPI.listChanges(after: String(start), apiConfiguration: carrier)
        guard Set(feed.items.map(\.id)).isSuperset(of: [need.id, introduction.id]) else {
            throw Fault(description: "the feed does not have it all")
        }
    }

    static func publishedNeed(carrier: OpenAPIClientAPIConfiguration, officer: OpenAPIClientAPIConfiguration)
        async throws -> Need
    {
        let areas = try await AreasAPI.listAreas(code: ["ar-nordmarkt"], apiConfiguration: carrier)
        let day = Date(timeIntervalSinceNow: 45 * 86_400).formatted(.iso8601.year().month().day())
        let bags = NeedItemDraft(
            kind: .goods, title: "Schulranzen", category: "school_bags", quantity: 5, unit: .piece)
        let draft = NeedDraft(
            title: "Schulranzen für Erstklässler",
            text: "Fünf Kinder kommen im Sommer in die Schule und haben keinen Ranzen.",
            horizon: .temporary, neededByOn: day, beneficiaryAreaIds: [areas.items[0].id],
            topics: ["education"], noPublicFunding: true, items: [bags])
        let need = try await NeedsAPI.createNeed(needDraft: draft, apiConfiguration: carrier)
        for (event, who) in [(NeedEvent.submit, carrier), (.publish, officer)] {
            _ = try await NeedsAPI.transitionNeed(
                id: need.id, needTransitionDraft: NeedTransitionDraft(event: event), apiConfiguration: who)
        }
        return need
    }
}
