import SQLite
import Scharnier
import Testing

@testable import ScharnierStore

/// The book of live records in front of a real database.
@Suite struct MatchBookTests {
    private let city: TestCity

    init() throws { city = try TestCity() }

    private func found(_ offer: Offer) throws -> [Identifier<Need>] {
        let party = city.giverParty
        return try city.store.read { tx in
            try tx.suggestions(forOffer: offer, .init(of: party, on: tx.today, limit: 50)).map(\.need.id)
        }
    }

    @Test func `whoever has written finds it, and what is no longer live is not found`() throws {
        let offer = try city.activeOffer()
        #expect(try found(offer).isEmpty)
        let need = try city.publishedNeed()
        #expect(try found(offer) == [need.id])
        _ = try city.fire(.pause, on: need.id, as: city.carrierParty, reason: "other")
        #expect(try found(offer).isEmpty)
        let second = try city.publishedNeed()
        #expect(try found(offer) == [second.id])
    }

    @Test func `nobody sees what a writer has not committed`() throws {
        let offer = try city.activeOffer()
        #expect(try found(offer).isEmpty)
        struct Stop: Error {}
        let (owner, party, office) = (city.carrier.id, city.carrierParty, city.city)
        let area = city.area("market")
        #expect(throws: Stop.self) {
            try city.store.write { tx in
                var content = Need.Content()
                content.title = "Schulranzen"
                content.text = "Zehn Kinder beginnen im Sommer die Schule ohne Ranzen."
                content.horizon = .temporary
                content.neededByOn = tx.today.adding(200)
                content.beneficiaryAreas = [area]
                let item = NeedItem.Content(
                    kind: .goods, title: "Ranzen", quantity: 10, unit: .piece, minimum: 1)
                let draft = try tx.createNeed(NeedProposal(content, items: [item]), for: owner, as: party)
                _ = try tx.fire(Need.Event.submit, on: draft.id, facts: .init(), as: party)
                _ = try tx.fire(Need.Event.publish, on: draft.id, facts: .init(), as: office)
                #expect(try tx.matchBook().counts.needs == 1)
                throw Stop()
            }
        }
        #expect(try city.store.read { try $0.matchBook().counts.needs } == 0)
    }

    @Test func `readers on several threads get whole books while needs are published`() throws {
        let file = try TemporaryDatabase("")
        let city = try TestCity(path: file.path)
        defer { city.store.stop() }
        let offer = try city.activeOffer()
        let threads = try (0..<4).map { try JobThread(name: "reader \($0)") }
        let counts = BlockingQueue<[Int]>(capacity: 4)
        let (store, party) = (city.store, city.giverParty)
        for thread in threads {
            thread.submit {
                var seen: [Int] = []
                for _ in 0..<30 {
                    do {
                        let list = try store.read { tx in
                            try tx.suggestions(forOffer: offer, .init(of: party, on: tx.today, limit: 50))
                        }
                        seen.append(Set(list.map(\.need.id)).count == list.count ? list.count : -1)
                    } catch {
                        seen.append(-2)
                    }
                }
                _ = counts.append(seen)
            }
        }
        for _ in 0..<12 { _ = try city.publishedNeed() }
        for _ in threads {
            let seen = try #require(counts.take())
            // Never torn, and nothing that was there is gone later.
            #expect(seen.allSatisfy { 0...12 ~= $0 } && seen == seen.sorted())
        }
        for thread in threads { thread.stop() }
        #expect(try city.store.read { try $0.matchBook().counts.needs } == 12)
    }
}
