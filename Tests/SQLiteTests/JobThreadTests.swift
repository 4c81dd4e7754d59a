import Foundation
import SQLite
import Synchronization
import Testing

@Suite struct JobThreadTests {
    @Test func `jobs run in order, on a thread with a name`() throws {
        let thread = try JobThread(name: "a name that is too long")
        let results = BlockingQueue<Int>(capacity: 100)
        for number in 0..<100 { thread.submit { _ = results.append(number) } }
        let names = BlockingQueue<String>(capacity: 1)
        thread.submit {
            let name = try? String(contentsOfFile: "/proc/thread-self/comm", encoding: .utf8)
            _ = names.append(name ?? "")
        }
        thread.stop()
        #expect((0..<100).compactMap { _ in results.take() } == Array(0..<100))
        #expect(names.take() == "a name that is \n")
    }

    @Test func `stopping waits for what was submitted and lets nothing more in`() throws {
        let thread = try JobThread(name: "test")
        let count = Atomic(0)
        for _ in 0..<1000 { thread.submit { count.add(1, ordering: .relaxed) } }
        thread.stop()
        #expect(count.load(ordering: .relaxed) == 1000)
        #expect(!thread.submit {})
        thread.stop()
    }

    @Test func `a thread can stop itself`() throws {
        let thread = try JobThread(name: "test")
        let done = BlockingQueue<Bool>(capacity: 1)
        thread.submit {
            thread.stop()
            _ = done.append(true)
        }
        #expect(done.take() == true)
    }

    @Test func `only so many jobs may wait`() throws {
        let thread = try JobThread(name: "test", capacity: 2)
        let gate = BlockingQueue<Bool>(capacity: 1)
        let arrivals = BlockingQueue<Bool>(capacity: 1)
        thread.submit {
            _ = arrivals.append(true)
            _ = gate.take()
        }
        _ = arrivals.take()
        #expect(thread.submit {} && thread.submit {} && !thread.submit {})
        _ = gate.append(true)
        thread.stop()
    }
}
