import Foundation
import Synchronization

/// Threads of their own: blocking calls would stop the pool that runs the tests.
enum Parallel {
    private final class Results<Value: Sendable>: Sendable {
        let values = Mutex<[Result<Value, any Error>]>([])
    }

    /// Runs `body` on `count` threads at once and returns what each returned, in no order.
    static func run<Value: Sendable>(
        _ count: Int, within seconds: Double = 30, _ body: @escaping @Sendable (Int) throws -> Value
    ) throws -> [Value] {
        let results = Results<Value>()
        for number in 0..<count {
            Thread.detachNewThread {
                let result = Result { try body(number) }
                results.values.withLock { $0.append(result) }
            }
        }
        try eventually("\(count) threads are done", within: seconds) {
            results.values.withLock { $0.count } == count
        }
        return try results.values.withLock { $0 }.map { try $0.get() }
    }
}
