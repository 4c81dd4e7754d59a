import Foundation
import Synchronization

/// Where threads wait for each other, so that all begin at once.
final class StartLine: Sendable {
    private let expected: Int
    private let here = Atomic(0)

    init(for count: Int) { expected = count }

    /// Waits until all are here, for at most ten seconds.
    func wait() throws {
        here.add(1, ordering: .relaxed)
        try eventually("\(expected) threads are at the start") { here.load(ordering: .relaxed) >= expected }
    }
}
