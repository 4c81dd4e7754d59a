import Synchronization

/// Grows with each commit that may have changed what a token stands for.
final class TokenStamp: Sendable {
    private let committed = Atomic<Int64>(0)
    private let isChanging = Atomic(false)

    /// The stamp: what is read after it is at least as new.
    var value: Int64 { committed.load(ordering: .acquiring) }

    /// Notes on the writer's thread that the transaction under way changes tokens or assignments.
    func change() { isChanging.store(true, ordering: .relaxed) }

    /// Tells readers, after the commit and before its answers leave.
    func publish() {
        guard isChanging.exchange(false, ordering: .relaxed) else { return }
        committed.add(1, ordering: .releasing)
    }
}
