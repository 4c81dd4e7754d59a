import HTTPWire
import JSON
import Scharnier

/// Suggestions: what fits a need, whom an offer fits, and why a pair does or does not.
enum SuggestionRoutes {
    static let all: [Route] = [
        Route(.get, "/v1/needs/{id}/suggestions", .suggestOffers, parameters: listed, .heavy(listOffers)),
        Route(.get, "/v1/offers/{id}/suggestions", .suggestNeeds, parameters: listed, .heavy(listNeeds)),
        Route(
            .get, "/v1/needs/{id}/suggestions/{offer_id}", .explainPair,
            parameters: ["as_of", "rule_version"], .heavy(explain)),
    ]

    private static let listed: Set<String> = ["limit", "include", "as_of", "rule_version"]

    /// Suggestions of one answer: unless told otherwise, and at most (matching.md §1).
    private static let standardLimit = 20
    private static let largestLimit = 50

    /// How far ahead deadlines can be tried out, in days.
    private static let longestPreview = 366

    private static func listOffers(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let wish = try Wish(call, tx)
        let need = try tx.needToMatch(try call.identifier(), as: call.party)
        let found = try tx.suggestions(forNeed: need, wish.wish)
        return wish.list(found, found.isEmpty ? try tx.exclusions(forNeed: need, wish.wish) : nil)
    }

    private static func listNeeds(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let wish = try Wish(call, tx)
        let offer = try tx.offerToMatch(try call.identifier(), as: call.party)
        let found = try tx.suggestions(forOffer: offer, wish.wish)
        return wish.list(found, found.isEmpty ? try tx.exclusions(forOffer: offer, wish.wish) : nil)
    }

    private static func explain(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        let wish = try Wish(call, tx)
        let (need, offer) = try tx.pairToMatch(try call.identifier(0), try call.identifier(1), as: call.party)
        return .ok(wish.body(try tx.suggestion(need: need, offer: offer, wish.wish)))
    }

    /// What a caller asks of suggestions, and how they are written.
    private struct Wish {
        let call: Call
        let wish: SuggestionWish
        let position: Int64

        init(_ call: Call, _ tx: any ReadTransaction) throws {
            self.call = call
            let query = call.query
            let day = try query.day("as_of") ?? tx.today
            let ahead = day.days(since: tx.today)
            // Matching looks at what there is now; of a day that has passed it would tell what never was.
            guard (0...SuggestionRoutes.longestPreview).contains(ahead) else {
                throw Problem(parameter: "as_of", .tooFar)
            }
            let limit =
                try query.integer("limit", in: 1...Int64(SuggestionRoutes.largestLimit), isClamped: true)
                ?? Int64(SuggestionRoutes.standardLimit)
            wish = SuggestionWish(
                of: call.party, on: day, rules: try Self.rules(query),
                includesBlocked: try query.choices("include", of: Inclusion.self).contains(.ineligible),
                limit: Int(limit))
            position = try tx.lastPosition()
        }

        /// The rules that are named, if any are.
        private static func rules(_ query: Query) throws -> MatchingRules? {
            guard let version = query["rule_version"] else { return nil }
            guard let rules = MatchingRules.named(version) else {
                throw Problem(parameter: "rule_version", .noSuchVersion)
            }
            return rules
        }

        func body(_ suggestion: Suggestion) -> SuggestionBody {
            SuggestionBody(
                suggestion: suggestion, rules: wish.rules, day: wish.day, position: position,
                showsFigures: call.party.role == .cityAdmin || call.party.role == .areaOfficer)
        }

        /// `exclusions`: what stands in the way of all, if there is none.
        func list(_ suggestions: [Suggestion], _ exclusions: Exclusions?) -> Answer {
            let page = Page(items: suggestions.map(body))
            let more: (inout JSONWriter) -> Void = { writer in
                writer.member("summary", exclusions.map(ExclusionsBody.init))
            }
            return call.list(page, limit: wish.limit, more: more) { item, writer in writer.value(item) }
        }
    }

    private enum Inclusion: String, CaseIterable {
        case ineligible
    }
}

extension Wording {
    fileprivate static let tooFar = Wording(
        "Ein Tag von heute an, höchstens 366 Tage voraus.",
        "A day from today on, at most 366 days ahead.")
    fileprivate static let noSuchVersion = Wording(
        "Diese Fassung der Regeln gibt es nicht.", "There is no such version of the rules.")
}
