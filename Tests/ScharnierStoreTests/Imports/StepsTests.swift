import Foundation
import Scharnier
import Synchronization
import Testing

@testable import ScharnierStore

/// Work of several transactions, and parts of one that leave no trace (api.md §9).
@Suite struct StepsTests {
    let city: TestCity

    init() throws { city = try TestCity() }

    private struct Stop: Error {}

    /// Creates a need and then fails, if it is to.
    private func create(_ tx: any WriteTransaction, fails: Bool = false) throws -> Need {
        let need = try tx.createNeed(
            NeedProposal(Need.Content(), items: []), for: city.carrier.id, as: city.carrierParty)
        if fails { throw Stop() }
        return need
    }

    @Test func `a part that fails leaves no trace, and the rest is kept`() throws {
        let before = try city.store.read { try $0.lastPosition() }
        let kept: [Need] = try city.store.write { tx in
            [false, true, false].compactMap { fails in
                try? tx.attempt { try create(tx, fails: fails) }
            }
        }
        #expect(kept.count == 2)
        let changes = try city.store.read { try $0.changes(after: before, limit: 10) }
        #expect(changes.map(\.id) == kept.map { .init($0.id) })
        #expect(changes.map(\.sequence) == [before + 1, before + 2])
        #expect(try city.store.read { try $0.countOfNeeds(of: city.carrier.id) } == 2)
    }

    @Test func `what was taken back is announced again when it happens after all`() throws {
        let need = try city.store.write { try create($0) }
        let before = try city.store.read { try $0.lastPosition() }
        let (office, party) = (city.office.id, city.carrierParty)
        var content = Need.Content()
        content.title = "Ranzen"
        let version: Int64 = try city.store.write { [content] tx in
            try? tx.attempt {
                _ = try tx.revise(need.id, to: content, items: [], as: party)
                throw Stop()
            }
            var other = content
            other.host = office
            return try tx.revise(need.id, to: other, items: [], as: party).version
        }
        #expect(try city.store.read { try $0.changes(after: before, limit: 10).map(\.sequence) } == [version])
    }

    @Test func `each step is kept before the next begins, and what follows a failure is not`() throws {
        let (carrier, area) = (city.carrier.id, city.area("market"))
        let outcome = Mutex<[Int]>([])
        let ended = DispatchSemaphore(value: 0)
        city.store.inSteps(requestID: "r") { steps in
            for number in 1...3 {
                try steps.write(within: nil) { tx in
                    try tx.add(Need.sample(of: carrier, areas: [area]))
                    if number == 3 { throw Stop() }
                }
                let count = try steps.read { try $0.countOfNeeds(of: carrier) }
                outcome.withLock { $0.append(count) }
            }
        } then: { (result: Result<Void, any Error>) in
            if case .failure(let error) = result, error is Stop { outcome.withLock { $0.append(-1) } }
            ended.signal()
        }
        ended.wait()
        #expect(outcome.withLock { $0 } == [1, 2, -1])
    }

    @Test func `steps that are tried out leave nothing`() throws {
        let (carrier, area) = (city.carrier.id, city.area("market"))
        let ended = DispatchSemaphore(value: 0)
        city.store.inSteps(requestID: "r") { steps in
            try steps.tryOut(within: nil) { try $0.add(Need.sample(of: carrier, areas: [area])) }
        } then: { (_: Result<Void, any Error>) in
            ended.signal()
        }
        ended.wait()
        #expect(try city.store.read { try $0.countOfNeeds(of: carrier) } == 0)
    }

    @Test func `when little space is left, only steps that delete are done`() throws {
        let file = try TemporaryDatabase("")
        var floors = DiskFloors()
        (floors.freeBytes, floors.reserveBytes) = (.max, 0)
        _ = try SQLiteStore.create(path: file.path)
        let store = try SQLiteStore(path: file.path, publicRows: .titles("1"), floors: floors)
        defer { store.stop() }
        func outcome(isReleasing: Bool) -> (any Error)? {
            let ended = DispatchSemaphore(value: 0)
            let failure = Mutex<(any Error)?>(nil)
            store.inSteps(requestID: "r", isReleasing: isReleasing) { steps in
                try steps.write(within: nil) { _ in }
            } then: { (result: Result<Void, any Error>) in
                if case .failure(let error) = result { failure.withLock { $0 = error } }
                ended.signal()
            }
            ended.wait()
            return failure.withLock { $0 }
        }
        #expect(outcome(isReleasing: false) as? Scharnier.StoreFailure == .storageFull)
        #expect(outcome(isReleasing: true) == nil)
    }

    @Test func `the end of the store does not wait for steps that have not begun`() throws {
        let store = city.store
        let (begun, ended) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let steps = Mutex(0)
        store.inSteps(requestID: "r") { work in
            begun.signal()
            while true {
                try work.write(within: nil) { _ in }
                steps.withLock { $0 += 1 }
            }
        } then: { (result: Result<Void, any Error>) in
            if case .failure(let error) = result { #expect(error as? Scharnier.StoreFailure == .closed) }
            ended.signal()
        }
        begun.wait()
        store.stop()
        ended.wait()
    }

    @Test func `one work waits for another, and too many are refused`() throws {
        let hold = DispatchSemaphore(value: 0)
        let ended = DispatchSemaphore(value: 0)
        let refused = Mutex(0)
        for _ in 0..<SQLiteStore.waitingWorks + 4 {
            city.store.inSteps(requestID: "r") { _ in
                hold.wait()
            } then: { (result: Result<Void, any Error>) in
                if case .failure(let error) = result, error as? Scharnier.StoreFailure == .overloaded {
                    refused.withLock { $0 += 1 }
                }
                ended.signal()
            }
        }
        for _ in 0..<SQLiteStore.waitingWorks + 4 { hold.signal() }
        for _ in 0..<SQLiteStore.waitingWorks + 4 { ended.wait() }
        // One more is taken if the first has begun by then.
        #expect((3...4).contains(refused.withLock { $0 }))
    }
}

extension NeedReading {
    /// How many needs a carrier has.
    fileprivate func countOfNeeds(of carrier: Identifier<Organization>) throws -> Int {
        var query = NeedQuery(party: Party(role: .cityAdmin))
        query.carriers = [carrier]
        return try needs(query).items.count
    }
}
