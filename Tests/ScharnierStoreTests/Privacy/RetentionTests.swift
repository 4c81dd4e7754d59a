import Scharnier
import Testing

@testable import ScharnierStore

/// Each rule removes what is over, counts it, and finds nothing the second time (domain.md §12.6).
@Suite struct RetentionTests {
    private let city: TestCity

    init() throws { city = try TestCity() }

    /// What all rules find now; kept, or taken back.
    private func run(isTrial: Bool = false) throws -> [RetentionRule: Int] {
        let party = city.city
        let body: @Sendable (any WriteTransaction) throws -> [RetentionRule: Int] = { tx in
            var found: [RetentionRule: Int] = [:]
            for rule in RetentionRule.allCases {
                let count = try tx.retain(by: rule, limit: 50, as: party)
                if count > 0 { found[rule] = count }
            }
            return found
        }
        guard isTrial else { return try city.store.write { try body($0) } }
        let box = Box()
        #expect(throws: TakenBack.self) {
            try city.store.write { tx in
                box.found = try body(tx)
                throw TakenBack()
            }
        }
        return box.found
    }

    private struct TakenBack: Error {}

    private final class Box: @unchecked Sendable {
        // Safe because the write has ended when it is read.
        var found: [RetentionRule: Int] = [:]
    }

    private func later(_ days: Int, seconds: Int64 = 0) {
        city.go(to: start.adding(days: days).adding(seconds: seconds))
    }

    private let start = Instant(milliseconds: 1_795_253_400_000)

    private func contact(_ name: String, isFunction: Bool = false, until day: Day? = nil) throws -> Contact {
        var card = Contact.Card(
            displayName: name, purpose: .event, lawfulBasis: .consent, infoTextVersion: "1")
        card.email = "x@example.org"
        card.isFunctionAddress = isFunction
        card.retainUntilOn = day
        let (id, party) = (city.carrier.id, city.carrierParty)
        return try city.store.write { [card] in try $0.createContact(card, of: id, as: party) }
    }

    private func shown(_ contact: Contact) throws -> String? {
        try city.store.read { try $0.contact(contact.id)?.card.displayName }
    }

    @Test func `drafts go a year after the last change, published needs stay`() throws {
        let draft = try city.keep(Need.sample(of: city.carrier.id, status: .draft, at: start))
        let other = try city.keep(Need.sample(of: city.carrier.id, status: .paused, at: start))
        let offer = try city.keep(Offer.sample(of: city.giver.id, status: .draft, at: start))
        later(365, seconds: -1)
        #expect(try run()[.needDrafts] == nil)
        later(365)
        let found = try run()
        #expect(found[.needDrafts] == 1 && found[.offerDrafts] == 1)
        #expect(try city.store.read { try $0.need(draft.id) } == nil)
        #expect(try city.store.read { try $0.offer(offer.id) } == nil)
        #expect(try city.need(other.id) == other)
        #expect(try run()[.needDrafts] == nil)
    }

    @Test func `what was written in a declined introduction goes, the introduction stays`() throws {
        let need = try city.publishedNeed()
        let offer = try city.activeOffer()
        let proposal = IntroductionProposal(
            need: need.id, lines: [.init(item: need.items[0].id, quantity: 1)], offer: offer.id,
            message: "Hallo")
        let (giver, carrier) = (city.giverParty, city.carrierParty)
        let id = try city.store.write { tx in
            let id = try tx.propose(proposal, as: giver).id
            let facts = TransitionFacts(reasonCode: "timing", note: "Frau Meier")
            _ = try tx.fire(.decline, on: id, facts: facts, as: carrier)
            return id
        }
        later(365, seconds: -1)
        #expect(try run()[.introductionTexts] == nil)
        later(365)
        #expect(try run()[.introductionTexts] == 1)
        let left = try city.introduction(id)
        #expect(left.message == nil && left.decline?.note == nil && left.decline?.reasonCode == "timing")
        #expect(left.status == .declined)
        let log = try city.store.read { try $0.transitions(of: .introduction, .init(id)) }
        #expect(log.map(\.event) == ["propose", "decline"] && log.allSatisfy { $0.note == nil })
        #expect(try run()[.introductionTexts] == nil)
    }

    @Test func `a person's contact goes two years after the last matter, a function's stays`() throws {
        let (person, function) = (try contact("Person"), try contact("Büro", isFunction: true))
        let named = try contact("Benannt")
        var need = Need.sample(of: city.carrier.id, at: start)
        need.content.contact = named.id
        try city.keep(need)
        later(730, seconds: -1)
        #expect(try run()[.contacts] == nil)
        later(730)
        #expect(try run()[.contacts] == 1)
        #expect(try shown(person) == "gelöscht")
        #expect(try shown(function) == "Büro" && shown(named) == "Benannt")
        #expect(try run()[.contacts] == nil)
    }

    @Test func `the two years begin when the last matter ended, not when the contact was written down`()
        throws
    {
        let person = try contact("Person")
        let need = try city.publishedNeed { $0.contact = person.id }
        later(700)
        _ = try city.fire(.withdraw, on: need.id, as: city.carrierParty)
        later(731)
        #expect(try run()[.contacts] == nil)
        later(700 + 730)
        #expect(try run()[.contacts] == 1)
        #expect(try shown(person) == "gelöscht")
    }

    @Test func `the moment that its organisation is told is the one at which it goes`() throws {
        let person = try contact("Person")
        let introduction = try city.connection(
            of: try city.publishedNeed { $0.contact = person.id }, with: try city.activeOffer())
        later(3)
        let commitment = try city.confirmed(from: introduction)
        later(5)
        _ = try city.fire(.cancel, on: commitment.id, as: city.giverParty, reason: "mutual")
        let talks = city.carrierParty
        _ = try city.store.write { tx in
            try tx.fire(.fail, on: introduction.id, facts: .init(reasonCode: "timing"), as: talks)
        }
        later(9)
        _ = try city.fire(.withdraw, on: introduction.need, as: city.carrierParty)
        later(9 + 700, seconds: -1)
        #expect(try asked(person) == nil)
        later(9 + 700)
        #expect(try asked(person) == start.adding(days: 9 + 730))
        later(9 + 730, seconds: -1)
        #expect(try run()[.contacts] == nil)
        later(9 + 730)
        #expect(try run()[.contacts] == 1)
        #expect(try asked(person) == nil)
    }

    /// By when its organisation is to say that it still needs a contact, if it is asked.
    private func asked(_ contact: Contact) throws -> Instant? {
        let party = city.carrierParty
        let tasks = try city.store.read { try $0.inbox(of: party) }
        return tasks.first { $0.kind == .keepContact && $0.id == .init(contact.id) }?.dueAt
    }

    @Test func `while what was promised is not kept, both sides keep each other's contacts`() throws {
        let person = try contact("Person")
        let need = try city.publishedNeed { $0.contact = person.id }
        let introduction = try city.connection(of: need, with: try city.activeOffer())
        let commitment = try city.confirmed(from: introduction)
        _ = try city.fire(.withdraw, on: need.id, as: city.carrierParty)
        later(800)
        #expect(try city.commitment(commitment.id).status == .confirmed)
        #expect(try run()[.contacts] == nil)
        _ = try city.fire(.cancel, on: commitment.id, as: city.giverParty, reason: "mutual")
        later(800 + 729)
        #expect(try run()[.contacts] == nil)
    }

    @Test func `a contact's own last day counts before any period`() throws {
        let day = LocalTime.day(at: start)
        let (over, last) = (
            try contact("Vorbei", until: day.adding(4)), try contact("Noch", until: day.adding(5))
        )
        later(5)
        #expect(try run()[.contacts] == 1)
        #expect(try shown(over) == "gelöscht" && shown(last) == "Noch")
    }

    @Test func `a contact about which a request is open stays`() throws {
        let person = try contact("Person")
        let (id, party) = (person.id, city.carrierParty)
        _ = try city.store.write { try $0.openPrivacyRequest(.access, about: id, text: nil, as: party) }
        later(800)
        #expect(try run()[.contacts] == nil)
    }

    @Test func `the feed loses its oldest entries and says from where it is complete`() throws {
        let last = try city.store.read { try $0.lastPosition() }
        later(400, seconds: -1)
        _ = try contact("Neu")
        #expect(try run()[.feedEntries] == nil)
        later(400)
        #expect(try run()[.feedEntries] == Int(last))
        #expect(try city.store.read { try $0.oldestPosition() } == last)
        let rest = try city.store.read { try $0.changes(after: last, limit: 10) }
        #expect(rest.map(\.subject) == [.contact])
        #expect(try run()[.feedEntries] == nil)
        #expect(try city.store.check().isEmpty)
    }

    @Test func `remarks, kept answers, reports and the names of ended tokens go, logs stay`() throws {
        let token = try city.token(of: city.carrier)
        let organization = city.carrier.id
        let need = try city.publishedNeed()
        _ = try city.fire(.pause, on: need.id, as: city.carrierParty, reason: "other")
        try city.store.write { tx in
            let log = try tx.transitions(of: .need, .init(need.id))
            try tx.replaceNote(of: log[0].id, by: "Frau Meier")
            try tx.keep(
                KeptAnswer(
                    organization: organization, key: "k", fingerprint: Array(repeating: 1, count: 32),
                    status: 201,
                    location: nil, contentLocation: nil, tag: nil, body: [], keptAt: tx.now))
            try tx.keep(
                ImportReport(id: tx.newID(), organization: organization, document: [1], createdAt: tx.now))
        }
        #expect(try run() == [:])
        later(1)
        #expect(try run() == [.keptAnswers: 1])
        later(30)
        #expect(try run() == [.importReports: 1])
        later(90 + 365, seconds: -1)
        #expect(try run()[.tokens] == nil)
        later(90 + 365)
        #expect(try run()[.tokens] == 1)
        let left = try #require(try city.store.read { try $0.token(token.id) })
        #expect(left.label == "gelöscht" && left.digest != token.digest && left.digest.count == 32)
        #expect(try city.store.read { try $0.token(digest: token.digest) } == nil)
        later(730)
        #expect(try run()[.notes] == 1)
        let log = try city.store.read { try $0.transitions(of: .need, .init(need.id)) }
        #expect(log.map(\.event) == ["submit", "publish", "pause"] && log.allSatisfy { $0.note == nil })
        #expect(try run(isTrial: true) == [:])
    }

    @Test func `what a trial counts is what a run removes`() throws {
        for index in 0..<3 {
            try city.keep(
                Need.sample(of: city.carrier.id, title: "Entwurf \(index)", status: .draft, at: start))
        }
        _ = try contact("Person")
        later(731)
        let trial = try run(isTrial: true)
        #expect(trial[.needDrafts] == 3 && trial[.contacts] == 1 && trial[.feedEntries] ?? 0 > 0)
        #expect(try run(isTrial: true) == trial)
        #expect(try run() == trial)
        // What the run itself announced is new.
        #expect(try run() == [:])
    }

    @Test func `a run is kept with its counts`() throws {
        let party = city.city
        let run = try city.store.write { tx in
            try tx.noteRetention([.init(.contacts, 2), .init(.tokens, 0)], as: party)
        }
        #expect(try city.store.read { try $0.retentionRuns(atMost: 10) } == [run])
        let audit = try city.store.write { try $0.auditEntries(about: .init("retention_run", run.id)) }
        #expect(audit.map(\.fields) == [["contacts"]])
    }
}
