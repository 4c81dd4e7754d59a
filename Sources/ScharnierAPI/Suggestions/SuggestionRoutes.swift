import HTTPWire
import JSON
import Scharnier

/// Suggestions: what fits a need, whom an offer fits, and why a pair does or does not.
enum SuggestionRoutes {
    static let all: [Route] = [
        Route(.get, "/v1/needs/{id}/suggestions", .suggestOffers, parameters: listed, .heavy(listOffers)),
        Route(.get, "/v1/offers/{id}/suggestions", .suggestNeeds, parameters: listed, .heavy(listNeeds)),
        Route(
            .get, "/v1/needs/{id}/suggestions/{offer_id}", .explainPair, parameters: ["as_of"], .read(explain)
        ),
    ]

    private static let listed: Set<String> = ["limit", "include", "as_of"]

    /// Suggestions of one answer: unless told otherwise, and at most (matching.md §1).
    private static let standardLimit = 20
    private static let largestLimit = 50

    /// How far ahead deadlines can be tried out, in days.
    private static let longestPreview = 366

    private static func listOffers(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let wish = try Wish(call, tx)
        let need = try tx.needToMatch(try call.identifier(), as: call.party)
        return wish.list(
            try tx.suggestions(
                forNeed: need, asOf: wish.day, includeBlocked: wish.includesBlocked, limit: wish.limit,
                for: call.party))
    }

    private static func listNeeds(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let wish = try Wish(call, tx)
        let offer = try tx.offerToMatch(try call.identifier(), as: call.party)
        return wish.list(
            try tx.suggestions(
                forOffer: offer, asOf: wish.day, includeBlocked: wish.includesBlocked, limit: wish.limit,
                for: call.party))
    }

    private static func explain(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let wish = try Wish(call, tx)
        let (need, offer) = try tx.pairToMatch(try call.identifier(0), try call.identifier(1), as: call.party)
        let suggestion = try tx.suggestion(need: need, offer: offer, asOf: wish.day, for: call.party)
        return .ok(wish.body(suggestion))
    }

    /// What a caller asks of a list of suggestions.
    private struct Wish {
        let call: Call
        let query: Query
        let day: Day
        let includesBlocked: Bool
        let limit: Int
        let position: Int64

        init(_ call: Call, _ tx: any ReadTransaction) throws {
            self.call = call
            query = call.query
            day = try query.day("as_of") ?? tx.today
            let ahead = day.days(since: tx.today)
            guard (-SuggestionRoutes.longestPreview...SuggestionRoutes.longestPreview).contains(ahead) else {
                throw Problem(parameter: "as_of", .tooFar)
            }
            includesBlocked = try query.choices("include", of: Inclusion.self).contains(.ineligible)
            limit = Int(
                try query.integer("limit", in: 1...Int64(SuggestionRoutes.largestLimit), isClamped: true)
                    ?? Int64(SuggestionRoutes.standardLimit))
            position = try tx.lastPosition()
        }

        func body(_ suggestion: Suggestion) -> SuggestionBody {
            SuggestionBody(
                suggestion: suggestion, rules: .inForce(on: day), day: day, position: position,
                showsFigures: call.party.role == .cityAdmin || call.party.role == .areaOfficer)
        }

        func list(_ suggestions: [Suggestion]) -> Answer {
            call.list(Page(items: suggestions.map(body)), limit: limit)
        }
    }

    private enum Inclusion: String, CaseIterable {
        case ineligible
    }
}

extension Wording {
    fileprivate static let tooFar = Wording(
        "Höchstens 366 Tage vor oder nach heute.", "At most 366 days before or after today.")
}
