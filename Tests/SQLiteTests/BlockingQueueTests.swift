import SQLite
import Testing

@Suite struct BlockingQueueTests {
    @Test func `elements come out in the order they went in`() {
        let queue = BlockingQueue<Int>(capacity: 10_000)
        for round in 0..<5 {
            for number in 0..<1500 { #expect(queue.append(round * 1500 + number)) }
            for number in 0..<1000 { #expect(queue.take() == round * 1000 + number) }
        }
        #expect(queue.count == 2500)
        #expect((5000..<7500).allSatisfy { queue.takeIfAny() == $0 })
        #expect(queue.takeIfAny() == nil)
    }

    @Test func `a full queue refuses, a closed one too`() {
        let queue = BlockingQueue<Int>(capacity: 1)
        #expect(queue.append(1) && !queue.append(2))
        queue.close()
        #expect(queue.isClosed && queue.take() == 1 && queue.take() == nil && !queue.append(3))
    }

    @Test func `who waits is woken by an element, or by the end`() throws {
        let queue = BlockingQueue<Int>(capacity: 1)
        let results = BlockingQueue<Int?>(capacity: 4)
        let threads = try (0..<3).map { try JobThread(name: "taker \($0)") }
        for thread in threads { thread.submit { _ = results.append(queue.take()) } }
        #expect(queue.append(7))
        #expect(results.take() == .some(7))
        queue.close()
        #expect(results.take() == .some(nil) && results.take() == .some(nil))
    }

    @Test func `who waits for a time gets what comes in it, or nothing`() throws {
        let queue = BlockingQueue<Int>(capacity: 1)
        #expect(queue.take(within: .milliseconds(1)) == nil)
        let results = BlockingQueue<Int?>(capacity: 1)
        let thread = try JobThread(name: "taker")
        thread.submit { _ = results.append(queue.take(within: .milliseconds(999)) ?? queue.take()) }
        #expect(queue.append(7))
        #expect(results.take() == .some(7))
        queue.close()
        #expect(queue.take(within: .milliseconds(999)) == nil)
    }
}
