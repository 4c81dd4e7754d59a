import HTTPWire
import TestSupport
import Testing

/// From the introduction to the kept promise (F-62 to F-65).
@Suite struct KeptPromiseTests {
    private let application: Application
    private let need: String
    private let offer: String

    init() throws {
        application = try Application()
        need = try application.publishedNeed()
        offer = try application.activeOffer()
    }

    private func numbers() -> [Int64?] {
        let shown = application.send(.get, need, as: "carrier")
        let given = application.send(.get, offer, as: "company")
        return ["held", "committed", "fulfilled"].map { shown.integer("items/0/\($0)") }
            + ["held", "committed"].map { given.integer("usage/\($0)") }
    }

    @Test func `what is promised, given and acknowledged meets the need`() throws {
        let introduction = try application.connection(need, offer, quantity: 10)
        #expect(numbers() == [10, 0, 0, 10, 0])
        let path = try application.draftCommitment(introduction, need, quantity: 10)
        #expect(numbers() == [10, 0, 0, 10, 0])
        application.sign(path, "supplier", as: "company")
        #expect(application.send(.get, path, as: "carrier").words("waiting_on") == ["carrier"])
        let signed = application.sign(path, "carrier", as: "carrier")
        #expect(signed.text("item/status") == "confirmed")
        #expect(numbers() == [0, 10, 0, 0, 10])
        #expect(application.send(.get, need, as: "carrier").text("status") == "met")
        #expect(application.send(.get, offer, as: "company").text("status") == "exhausted")
        #expect(application.send(.get, introduction, as: "carrier").text("status") == "agreed")
        #expect(application.fire("deliver", path, as: "company").text("item/status") == "delivered")
        #expect(numbers() == [0, 10, 0, 0, 10])
        #expect(application.fire("acknowledge", path, as: "carrier").text("item/status") == "acknowledged")
        #expect(numbers() == [0, 10, 10, 0, 10])
        let closed = application.fire("close", need, as: "carrier", facts: #","outcome":"fulfilled""#)
        #expect(closed.text("item/close/outcome") == "fulfilled", "\(closed.outcome)")
    }

    @Test func `it is delivered in parts, and no more than was promised`() throws {
        let path = try application.confirmedCommitment(need, offer, quantity: 10)
        let item = application.firstItem(of: need)
        let some = application.fire("deliver", path, as: "company", facts: application.portion(item, 4))
        #expect(some.text("item/status") == "in_delivery")
        let again = application.fire("deliver", path, as: "company", facts: application.portion(item, 4))
        #expect(again.status == 201 && again.integer("item/lines/0/delivered") == 8)
        let more = application.fire("deliver", path, as: "company", facts: application.portion(item, 3))
        #expect(more.faults == ["#/lines/0/quantity out_of_range"])
        #expect(application.fire("acknowledge", path, as: "carrier").outcome == "409 state_conflict")
        let rest = application.fire("deliver", path, as: "company")
        #expect(rest.text("item/status") == "delivered" && rest.count("item/deliveries") == 3)
        #expect(application.fire("deliver", path, as: "company").status == 200)
    }

    @Test func `what did not arrive is asked for again`() throws {
        let path = try application.confirmedCommitment(need, offer, quantity: 10)
        let item = application.firstItem(of: need)
        application.fire("deliver", path, as: "company")
        let most = application.fire("acknowledge", path, as: "carrier", facts: application.portion(item, 11))
        #expect(most.faults == ["#/lines/0/quantity out_of_range"])
        let got = application.fire("acknowledge", path, as: "carrier", facts: application.portion(item, 8))
        #expect(got.integer("item/lines/0/acknowledged") == 8)
        #expect(numbers() == [0, 8, 8, 0, 10])
        #expect(application.send(.get, need, as: "carrier").text("status") == "partially_met")
        let closed = application.fire("close", need, as: "carrier", facts: #","outcome":"fulfilled""#)
        #expect(closed.failedGuards == ["no_acknowledged_commitment"])
        let partly = application.fire("close", need, as: "carrier", facts: #","outcome":"partly""#)
        #expect(partly.status == 201)
    }

    @Test func `both say what came of it, each once, and then it closes by itself`() throws {
        let path = try application.confirmedCommitment(need, offer, quantity: 10)
        #expect(application.evaluate(path, "carrier", as: "carrier").outcome == "409 state_conflict")
        application.fire("deliver", path, as: "company")
        application.fire("acknowledge", path, as: "carrier")
        #expect(application.evaluate(path, "carrier", as: "company").outcome == "403 role_forbidden")
        let facts =
            #","people_reached":"20_49","hours":12,"would_repeat":"yes","what_changed":"Alle haben Taschen.""#
        let one = application.evaluate(path, "carrier", as: "carrier", facts: facts)
        #expect(one.text("item/status") == "acknowledged" && one.words("item/waiting_on") == ["supplier"])
        #expect(application.evaluate(path, "carrier", as: "carrier").outcome == "409 duplicate")
        let other = application.evaluate(path, "supplier", as: "company")
        #expect(other.text("item/status") == "evaluated" && other.count("item/outcomes") == 2)
        #expect(other.text("item/outcomes/0/people_reached") == "20_49")
        let wild = application.evaluate(path, "supplier", as: "company", facts: #","hours":100001"#)
        #expect(wild.faults == ["#/hours out_of_range"])
    }

    @Test func `the log tells who did what`() throws {
        let path = try application.confirmedCommitment(need, offer, quantity: 10)
        application.fire("start", path, as: "company")
        application.fire("deliver", path, as: "company")
        let log = application.send(.get, "\(path)/transitions", as: "carrier").elements("items")
        #expect(log.compactMap { $0["event"] } == ["draft", "sign", "sign", "start", "deliver"])
        #expect(log.compactMap { $0["to"] }.suffix(3) == ["confirmed", "in_delivery", "delivered"])
        #expect(Set(log.compactMap { $0["entity"] }) == ["commitment"])
    }

    @Test func `the parties see it in list and feed, and nobody else`() throws {
        let before = application.position
        let path = try application.confirmedCommitment(need, offer, quantity: 10)
        for who in ["carrier", "company", "officer", "city"] {
            #expect(application.listed("/v1/commitments", as: who) == [path.id], "\(who)")
            let feed = application.send(.get, "/v1/changes?after=\(before)&types=commitment", as: who)
            #expect(Set(feed.elements("items").compactMap { $0["href"] }) == [path], "\(who)")
        }
        for who in ["stranger", "foundation", "network"] {
            #expect(application.listed("/v1/commitments", as: who).isEmpty, "\(who)")
            #expect(application.send(.get, path, as: who).outcome == "404 not_found")
            #expect(application.fire("cancel", path, as: who).outcome == "404 not_found")
            let feed = application.send(.get, "/v1/changes?after=\(before)&types=commitment", as: who)
            #expect(feed.count("items") == 0, "\(who)")
        }
    }
}
