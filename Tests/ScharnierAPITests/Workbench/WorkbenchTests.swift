import HTTPWire
import JSON
import Scharnier
import TestSupport
import Testing

/// An officer sees at a glance what is to be done in their areas (F-27).
@Suite struct WorkbenchTests {
    private let application: Application

    init() throws { application = try Application(tokenDays: 365) }

    private func bench(_ who: String, _ query: String = "") -> Response {
        application.send(.get, "/v1/workbench\(query)", as: who)
    }

    private func needs(_ response: Response, _ list: String) -> [String] {
        response.elements(list).compactMap { $0["need_id"] }
    }

    private func submitted(area: String = "ar-nordmarkt", _ change: (Document) -> Document = { $0 }) throws
        -> String
    {
        let path = try application.draftNeed(change(Document.need(application, area: area)))
        #expect(application.fire("submit", path, as: "carrier").status == 201)
        return path
    }

    @Test func `needs to be checked lie on the officer's desk until they are checked`() throws {
        let (own, foreign) = (try submitted(), try submitted(area: "ar-hoerde"))
        let officer = bench("officer")
        #expect(officer.status == 200, "\(officer.outcome)")
        #expect(needs(officer, "unverified_needs") == [own.id])
        #expect(officer.integer("totals/unverified_needs") == 1)
        #expect(Set(needs(bench("city"), "unverified_needs")) == [own.id, foreign.id])
        let area = application.area("ar-hoerde")
        #expect(needs(bench("city", "?area_id=\(area)"), "unverified_needs") == [foreign.id])
        // Another's area has nothing on it for an officer.
        #expect(needs(bench("officer", "?area_id=\(area)"), "unverified_needs") == [])
        application.clock.advance(days: 8)
        #expect(bench("officer")["unverified_needs/0/overdue"] == .bool(true))
        application.fire("publish", own, as: "city")
        #expect(needs(bench("officer"), "unverified_needs") == [])
    }

    @Test func `needs at rest and proposals without an answer are listed`() throws {
        let need = try application.publishedNeed()
        let offer = try application.activeOffer()
        let proposed = application.propose(need, offer, as: "company")
        let introduction = try #require(proposed.field("Location"))
        let before = bench("officer")
        #expect(
            before.elements("unanswered_introductions").map { $0["introduction_id"] } == [introduction.id])
        #expect(before.text("unanswered_introductions/0/waiting_on") == "carrier")
        #expect(before.text("unanswered_introductions/0/need_id") == need.id)
        application.fire("accept", introduction, as: "carrier")
        #expect(bench("officer").count("unanswered_introductions") == 0)
        let other = try application.publishedNeed()
        application.clock.advance(days: 89)
        #expect(bench("officer").count("stale_needs") == 0)
        application.clock.advance(days: 100)
        try application.runTimers()
        #expect(Set(needs(bench("officer"), "stale_needs")) == [need.id, other.id])
        #expect(bench("officer", "?limit=1").count("stale_needs") == 1)
        #expect(bench("officer", "?limit=1").integer("totals/stale_needs") == 2)
    }

    @Test func `promises are on the desk once their step is overdue`() throws {
        let (need, offer) = (try application.publishedNeed(), try application.activeOffer())
        let path = try application.confirmedCommitment(need, offer)
        application.fire("deliver", path, as: "company")
        application.clock.advance(days: 13)
        #expect(bench("officer").count("overdue_commitments") == 0)
        application.clock.advance(days: 1)
        let desk = bench("officer")
        #expect(desk.elements("overdue_commitments").map { $0["commitment_id"] } == [path.id])
        #expect(desk.text("overdue_commitments/0/status") == "delivered")
        #expect(desk.words("overdue_commitments/0/waiting_on") == ["carrier"])
        #expect(desk.text("overdue_commitments/0/need_id") == need.id)
        let elsewhere = bench("city", "?area_id=\(application.area("ar-hoerde"))")
        #expect(elsewhere.count("overdue_commitments") == 0)
        application.fire("acknowledge", path, as: "carrier")
        #expect(bench("officer").count("overdue_commitments") == 0)
    }

    @Test func `acute needs with open lines come with what helps them best, the most urgent first`() throws {
        let acute = { (days: Int) in
            try self.application.publishedNeed(
                Document.need(self.application).with("horizon", #""acute""#)
                    .with(
                        "needed_by_on", #""\#(LocalTime.day(at: self.application.clock.now).adding(days))""#))
        }
        let (later, soon) = (try acute(60), try acute(10))
        _ = try application.publishedNeed(Document.need(application).with("horizon", #""temporary""#))
        let offer = try application.activeOffer()
        let officer = bench("officer")
        #expect(needs(officer, "unmet_acute_needs") == [soon.id, later.id])
        let suggested = officer.elements("unmet_acute_needs/0/suggestions")
        let ranked = application.send(.get, "\(soon)/suggestions?limit=3", as: "officer")
        #expect(
            suggested.compactMap { $0["offer_id"] } == ranked.elements("items").compactMap { $0["offer_id"] })
        #expect(suggested.compactMap { $0["offer_id"] } == [offer.id])
        let href = try #require(officer.text("unmet_acute_needs/0/suggestions/0/href"))
        #expect(application.send(.get, href, as: "officer").status == 200)
    }

    @Test func `turnaround is reckoned from the log, for each state that was left`() throws {
        for days in [1, 3, 8] {
            let path = try submitted()
            application.clock.advance(days: days)
            application.fire("publish", path, as: "city")
        }
        let rows = bench("officer").elements("turnaround")
        let texts = rows.map { "\($0["entity"] ?? "") \($0["state"] ?? "")" }
        #expect(texts.contains("need submitted"))
        let index = texts.firstIndex(of: "need submitted") ?? 0
        let row = "turnaround/\(index)"
        #expect(bench("officer").integer("\(row)/count") == 3)
        #expect(bench("officer").integer("\(row)/median_seconds") == 259_200)
        #expect(bench("officer").integer("\(row)/longest_seconds") == 691_200)
        let elsewhere = bench("city", "?area_id=\(application.area("ar-hoerde"))")
        #expect(elsewhere.count("turnaround") == 0)
        application.clock.advance(days: 91)
        #expect(!bench("officer").elements("turnaround").contains { $0["state"] == "submitted" })
    }
}
