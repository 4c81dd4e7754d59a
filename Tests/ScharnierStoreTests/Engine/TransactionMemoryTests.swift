import SQLite
import Scharnier
import Testing

@testable import ScharnierStore

/// What the writer remembers between the jobs of a batch must never outlive what it was read from.
@Suite struct TransactionMemoryTests {
    private let city: TestCity

    init() throws { city = try TestCity() }

    private struct Stop: Error {}

    /// How a job ends that has created a need.
    private enum End: CaseIterable { case kept, failed, failedInPart, tried, unchanged }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `numbers have no gap and the audit log no break, however the jobs of a batch end`(
        _ seed: UInt64
    ) throws {
        var random = SeededNumbers(seed: seed)
        let before = try city.store.read { try $0.lastPosition() }
        let ends = (0..<40).map { _ in End.allCases[Int(random.next() % 5)] }
        let (gate, answers) = (
            BlockingQueue<Bool>(capacity: 1), BlockingQueue<Bool>(capacity: ends.count + 1)
        )
        // While the first one waits the others gather, so that they share a batch.
        city.store.write(requestID: "", isReleasing: false, { _ in _ = gate.take() }) { _ in
            _ = answers.append(true)
        }
        for end in ends { submit(end) { _ = answers.append(true) } }
        // Closed, not fed: a batch that begins anew runs its jobs once more.
        gate.close()
        for _ in 0...ends.count { _ = answers.take() }
        let kept = ends.count { $0 == .kept || $0 == .failedInPart }
        let changes = try city.store.read { try $0.changes(after: before, limit: 100) }
        #expect(changes.map(\.sequence) == (0..<kept).map { before + 1 + Int64($0) })
        #expect(try city.store.check() == [])
    }

    private func submit(_ end: End, _ done: @escaping @Sendable () -> Void) {
        let body: @Sendable (any WriteTransaction) throws -> Void = { [city] tx in
            let create = {
                _ = try tx.createNeed(
                    NeedProposal(Need.Content(), items: []), for: city.carrier.id, as: city.carrierParty)
            }
            if end == .unchanged { throw Stop() }
            if end == .failedInPart {
                try? tx.attempt {
                    try create()
                    throw Stop()
                }
            }
            try create()
            if end == .failed { throw Stop() }
        }
        if end == .tried {
            city.store.tryOut(body) { _ in done() }
        } else {
            city.store.write(requestID: "", isReleasing: false, body) { _ in done() }
        }
    }

    @Test func `what belongs to an earlier epoch is not known`() {
        let memory = TransactionMemory()
        memory.keep(position: 7, in: 1)
        memory.keep(AuditHead(position: 3, hash: []), in: 1)
        #expect(memory.position(in: 1) == 7 && memory.auditHead(in: 1)?.position == 3)
        #expect(memory.position(in: 2) == nil && memory.auditHead(in: 2) == nil)
        memory.keep(position: 8, in: 2)
        #expect(memory.position(in: 2) == 8 && memory.auditHead(in: 2) == nil)
        #expect(memory.position(in: 1) == nil)
    }

    @Test func `a job sees the areas that the one before it has changed`() throws {
        let count = try city.store.read { try $0.areas().count }
        let counts: [Int] = try (1...3).map { number in
            try city.store.write { tx in
                _ = try tx.areas()
                try tx.insert(
                    Area(
                        id: tx.newID(), kind: .district, code: "new-\(number)", name: "Neu", parent: nil,
                        validity: DayRange(), createdAt: tx.now))
                return try tx.areas().count
            }
        }
        #expect(counts == [count + 1, count + 2, count + 3])
    }
}
