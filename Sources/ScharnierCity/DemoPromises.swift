import JSON
import Scharnier
import ScharnierFiles

// What has become of some needs of the demo city: introductions, and promises in every state.

extension DemoCity {
    /// Each promise in as many writes as it has steps, each on its day.
    func promiseStories() throws -> [Story] {
        let records = try CityFiles.object(BuiltIn.registry, "registry.json").records("commitments")
        let needs = try owners(BuiltIn.needs, "need", "carrier")
        let offers = try owners(BuiltIn.offers, "offer", "organization")
        return try records.flatMap { record in
            guard let need = needs[try record.requiredText("need")] else { throw record.fault("need") }
            guard let offer = offers[try record.requiredText("offer")] else { throw record.fault("offer") }
            return try stories(of: try Promise(record, need: need, offer: offer), record)
        }
    }

    /// Title and owner of each need or offer, by its key.
    private func owners(
        _ file: [UInt8], _ member: String, _ owner: String
    ) throws -> [String: (title: String, party: Party)] {
        var found: [String: (title: String, party: Party)] = [:]
        for record in try CityFiles.list(file, "\(member)s.json") {
            guard case .object(let content) = record.json[member] else { throw record.fault(member) }
            let title = try CityRecord(json: content, file: record.file).requiredText("title")
            found[try record.requiredText("key")] = (
                title, party(actingFor: try organization(record, owner))
            )
        }
        return found
    }

    private func stories(of promise: Promise, _ record: CityRecord) throws -> [Story] {
        let state: Commitment.Status = try record.word("state")
        let begun = Int(record.integer("introduced_days_ago") ?? 0)
        return promise.steps(to: state).enumerated().map { index, step in
            Story(at: moment(daysAgo: max(0, begun - 2 * index)).adding(seconds: Int64(index)), act: step)
        }
    }
}

/// A need and an offer that have found each other.
private struct Promise: Sendable {
    typealias Step = @Sendable (any WriteTransaction) throws -> Void

    private let need: (title: String, party: Party)
    private let offer: (title: String, party: Party)

    /// Which line of the need.
    private let line: Int
    private let quantity: Int64
    private let nature: Offer.LegalNature
    private let cents: Int64?

    init(
        _ record: CityRecord, need: (title: String, party: Party), offer: (title: String, party: Party)
    ) throws {
        self.need = need
        self.offer = offer
        line = Int(record.integer("line") ?? 0)
        quantity = record.integer("quantity") ?? 1
        nature = try record.word("legal_nature")
        cents = record.integer("valued_cents")
    }

    /// What happens one after the other until it stands so.
    func steps(to state: Commitment.Status) -> [Step] {
        let signed = [meet, draft, sign(.supplier), sign(.carrier)]
        let given = signed + [deliver(isWhole: true)]
        let arrived = given + [fire(.acknowledge, by: need.party)]
        let told = arrived + [tell(.carrier), tell(.supplier)]
        return switch state {
        case .drafted: Array(signed.prefix(3))
        case .discarded: [meet, draft, fire(.discard, by: need.party)]
        case .confirmed: signed
        case .inDelivery: signed + [deliver(isWhole: false)]
        case .delivered: given
        case .acknowledged: arrived
        case .evaluated: told
        case .closed: told + [fire(.close, by: .system)]
        case .disputed: signed + [deliver(isWhole: false), fire(.dispute, by: need.party, "defective")]
        case .cancelled: signed + [fire(.cancel, by: offer.party, "supplier_cannot_deliver")]
        }
    }

    private var meet: Step {
        { tx in
            let wanted = try tx.liveNeeds().first { $0.content.title == need.title }
            let given = try tx.liveOffers().first { $0.content.title == offer.title }
            guard let wanted, let given else { throw fault("need") }
            let proposal = IntroductionProposal(
                need: wanted.id, lines: [.init(item: wanted.items[line].id, quantity: quantity)],
                offer: given.id)
            let id = try tx.propose(proposal, as: offer.party).id
            _ = try tx.fire(Introduction.Event.accept, on: id, facts: .init(), as: need.party)
        }
    }

    private var draft: Step {
        { tx in
            let talks = try tx.introductions(openOrDeclinedSince: tx.now).first {
                try $0.status == .connected && tx.need($0.need)?.content.title == need.title
            }
            guard let talks else { throw fault("introduction") }
            var content = Commitment.Content(legalNature: nature)
            content.deliveryDueOn = tx.today.adding(14)
            content.attributionArea = try tx.need(talks.need)?.content.beneficiaryAreas.first
            let valuation = cents.map { Commitment.Valuation(method: .marketPrice, cents: $0) }
            let lines = talks.lines.map {
                Commitment.Line.Content(item: $0.item, quantity: $0.quantity, valuation: valuation)
            }
            _ = try tx.draftCommitment(from: talks.id, content, lines: lines, as: offer.party)
        }
    }

    private func sign(_ side: Commitment.Side) -> Step {
        { tx in
            let commitment = try found(tx)
            let party = side == .carrier ? need.party : offer.party
            _ = try tx.sign(commitment.id, revision: commitment.revision, for: side, as: party)
        }
    }

    private func deliver(isWhole: Bool) -> Step {
        { tx in
            let commitment = try found(tx)
            let half = commitment.lines.map {
                Commitment.Portion(item: $0.content.item, quantity: max(1, $0.content.quantity / 2))
            }
            _ = try tx.fire(
                .deliver, on: commitment.id, facts: .init(portions: isWhole ? nil : half), as: offer.party)
        }
    }

    private func fire(_ event: Commitment.Event, by party: Party, _ reason: String? = nil) -> Step {
        { tx in
            _ = try tx.fire(event, on: try found(tx).id, facts: .init(reasonCode: reason), as: party)
        }
    }

    private func tell(_ side: Outcome.Side) -> Step {
        { tx in
            let outcome = Outcome(
                side: side, goalMet: .yes, peopleReached: side == .carrier ? .from20 : nil,
                wouldRepeat: .yes, at: tx.now)
            let party = side == .carrier ? need.party : offer.party
            _ = try tx.evaluate(try found(tx).id, outcome, as: party)
        }
    }

    /// The commitment on this need; there is one.
    private func found(_ tx: any WriteTransaction) throws -> Commitment {
        let all = try tx.commitments(CommitmentQuery(party: offer.party)).items
        let found = try all.first { try tx.need($0.need)?.content.title == need.title }
        guard let found else { throw fault("commitment") }
        return found
    }

    private func fault(_ member: String) -> CityFileError {
        CityFileError(file: "registry.json", member: member, record: need.title)
    }
}
