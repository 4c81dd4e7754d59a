import Metrics
import Synchronization
import Testing

/// Many threads count, and nothing is lost.
@Suite struct CountingTests {
    @Test func `what several threads count adds up`() async {
        let (counter, histogram, table) = (Counter(), Histogram(bounds: [1]), CounterTable(limit: 4))
        let (tasks, each) = (4, 10_000)
        await withTaskGroup(of: Void.self) { group in
            for task in 0..<tasks {
                group.addTask {
                    for index in 0..<each {
                        counter.add()
                        histogram.record(Int64(index % 4))
                        table.add(task)
                    }
                }
            }
        }
        #expect(counter.value == Int64(tasks * each))
        #expect(histogram.cumulative == [Int64(tasks * each / 2), Int64(tasks * each)])
        #expect(histogram.sum == Int64(tasks * each / 4 * 6))
        #expect(table.all.map(\.count) == Array(repeating: Int64(each), count: tasks))
    }
}
