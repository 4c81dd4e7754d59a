import Synchronization

/// What the service has acknowledged: the client's side of the durability promise (operations.md §1).
final class Ledger: Sendable {
    /// A need that was answered with 201.
    struct Entry: Hashable {
        let id: String
        let title: String
    }

    private let entries = Mutex<[Entry]>([])

    /// All so far, in the order of their answers.
    var all: [Entry] { entries.withLock { $0 } }

    var count: Int { entries.withLock { $0.count } }

    func record(_ entry: Entry) {
        entries.withLock { $0.append(entry) }
    }
}

/// What the service shows after it has come back.
struct Evidence {
    /// The title of each need by its id, asked one by one.
    var titles: [String: String] = [:]
    /// The title of every need in the list.
    var listed: [String] = []
    /// The numbers of the feed, in its order.
    var feed: [Int64] = []
    /// The subjects of the feed.
    var told: Set<String> = []

    /// What is wrong with it, given what was acknowledged; names each need.
    func faults(of acknowledged: [Ledger.Entry]) -> [String] {
        let counts = listed.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        var faults: [String] = []
        for entry in acknowledged {
            switch titles[entry.id] {
            case nil: faults.append("lost: \(entry.id)")
            case entry.title: break
            default: faults.append("changed: \(entry.id)")
            }
            if counts[entry.title, default: 0] == 0 { faults.append("not listed: \(entry.id)") }
            if !told.contains(entry.id) { faults.append("not in the feed: \(entry.id)") }
        }
        // Also what was sent and never answered may be there once at most.
        faults += counts.filter { $0.value > 1 }.keys.sorted().map { "doubled: \($0)" }
        faults += zip(feed, feed.dropFirst()).filter { $0 >= $1 }.map { "feed goes from \($0) to \($1)" }
        return faults
    }
}
