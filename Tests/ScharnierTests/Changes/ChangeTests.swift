import Scharnier
import Testing

@Suite struct ChangeTests {
    private static let hidden = Audience(.parties)
    private static let shown = Audience(.everyone)

    private func effect(_ before: Audience, _ after: Audience, isDeletion: Bool = false) -> Change.Effect? {
        Change.sample(1, before: before, after: after, isDeletion: isDeletion).effect(for: .public)
    }

    @Test func `what can be seen is fetched, whether it was seen before or not`() {
        #expect(effect(Self.hidden, Self.shown) == .upsert)
        #expect(effect(Self.shown, Self.shown) == .upsert)
    }

    @Test func `what can no longer be seen is removed`() {
        #expect(effect(Self.shown, Self.hidden) == .remove)
    }

    @Test func `what could and can not be seen is not mentioned`() {
        #expect(effect(Self.hidden, Self.hidden) == nil)
    }

    @Test func `what is gone is deleted for those who could see it`() {
        #expect(effect(Self.shown, .none, isDeletion: true) == .delete)
        #expect(effect(Self.hidden, .none, isDeletion: true) == nil)
        #expect(effect(Self.shown, Self.shown, isDeletion: true) == .delete)
        #expect(effect(Self.hidden, Self.shown, isDeletion: true) == nil)
    }

    @Test(arguments: Party.strangers + Party.outsiders + [.cityReader, .cityAdmin])
    func `the effect follows from both audiences for every reader`(party: Party) {
        for before in Audience.Openness.allCases {
            for after in Audience.Openness.allCases {
                let change = Change.sample(1, before: Audience(before), after: Audience(after))
                let (saw, sees) = (before >= party.openness, after >= party.openness)
                #expect(change.effect(for: party) == (sees ? .upsert : saw ? .remove : nil))
            }
        }
    }

    @Test func `what must be erased is told to whoever could see it before, or can since`() {
        let effect = { (before: Audience, after: Audience) in
            Change.sample(1, before: before, after: after, isErasure: true)
        }
        for (before, after) in [
            (Self.shown, Self.shown), (Self.shown, Self.hidden), (Self.hidden, Self.shown),
        ] {
            #expect(effect(before, after).effect(for: .public) == .erase)
        }
        #expect(effect(Self.hidden, Self.hidden).effect(for: .public) == nil)
        #expect(effect(Self.shown, Self.shown).isShown(to: .public))
        #expect(!effect(Self.shown, Self.hidden).isShown(to: .public))
        let gone = Change.sample(1, before: Self.shown, after: Self.shown, isDeletion: true, isErasure: true)
        #expect(gone.effect(for: .public) == .erase && !gone.isShown(to: .public))
    }

    @Test func `a party that is left out of the members is told to drop its copy`() {
        let before = Audience(.parties, organizations: [.carrier, .introduced])
        let change = Change.sample(1, before: before, after: Audience(.parties, organizations: [.carrier]))
        #expect(change.effect(for: Party(organization: .introduced, role: .foundation)) == .remove)
        #expect(change.effect(for: Party(organization: .carrier, role: .carrier)) == .upsert)
        #expect(change.effect(for: Party(organization: .stranger, role: .carrier)) == nil)
    }
}

@Suite struct FeedTests {
    /// A feed that is a list.
    private struct Feed: ChangeReading {
        let all: [Change]

        func lastPosition() -> Int64 { all.last?.sequence ?? 0 }
        func oldestPosition() -> Int64 { all.first?.sequence ?? 0 }
        func isCutOff(_ position: Int64) -> Bool { false }
        func changes(after position: Int64, limit: Int) -> [Change] {
            Array(all.drop { $0.sequence <= position }.prefix(limit))
        }
    }

    private static let all = Set(Subject.allCases)

    /// Every third entry is public.
    private func feed(_ count: Int64) -> Feed {
        Feed(all: (0..<count).map { .sample($0 + 1, after: Audience($0 % 3 == 2 ? .everyone : .parties)) })
    }

    @Test func `an empty feed stays where it is`() throws {
        let page = try Feed(all: []).feed(after: 7, limit: 10, subjects: Self.all, for: .public)
        #expect(page.entries.isEmpty)
        #expect(page.nextAfter == 7)
        #expect(!page.hasMore)
    }

    @Test func `a page holds what the reader may know, and moves past the rest`() throws {
        let page = try feed(10).feed(after: 0, limit: 10, subjects: Self.all, for: .public)
        #expect(page.entries.map(\.change.sequence) == [3, 6, 9])
        #expect(page.entries.allSatisfy { $0.effect == .upsert })
        #expect(page.nextAfter == 10)
        #expect(!page.hasMore)
    }

    @Test func `a full page goes on behind its last entry`() throws {
        let first = try feed(10).feed(after: 0, limit: 2, subjects: Self.all, for: .public)
        #expect(first.entries.map(\.change.sequence) == [3, 6])
        #expect(first.nextAfter == 6)
        #expect(first.hasMore)
        let second = try feed(10).feed(after: first.nextAfter, limit: 2, subjects: Self.all, for: .public)
        #expect(second.entries.map(\.change.sequence) == [9])
        #expect(!second.hasMore)
    }

    @Test func `a page that ends with the feed has no more behind it`() throws {
        let page = try feed(9).feed(after: 0, limit: 3, subjects: Self.all, for: .public)
        #expect(page.entries.count == 3)
        #expect(page.nextAfter == 9)
        #expect(!page.hasMore)
    }

    @Test func `only the subjects asked for are told`() throws {
        let feed = Feed(all: [
            .sample(1, .need, after: Audience(.everyone)), .sample(2, .offer, after: Audience(.everyone)),
            .sample(3, .need, after: Audience(.everyone)),
        ])
        let page = try feed.feed(after: 0, limit: 10, subjects: [.offer], for: .public)
        #expect(page.entries.map(\.change.sequence) == [2])
        #expect(page.nextAfter == 3)
        #expect(try feed.feed(after: 0, limit: 10, subjects: [], for: .public).entries.isEmpty)
    }

    @Test func `one call looks at so many entries and no more`() throws {
        let scan = Feed.entriesPerScan
        let hidden = (1...Int64(scan)).map { Change.sample($0, after: Audience(.parties)) }
        let feed = Feed(all: hidden + [.sample(Int64(scan) + 1, after: Audience(.everyone))])
        let first = try feed.feed(after: 0, limit: 10, subjects: Self.all, for: .public)
        #expect(first.entries.isEmpty)
        #expect(first.nextAfter == Int64(scan))
        #expect(first.hasMore)
        let second = try feed.feed(after: first.nextAfter, limit: 10, subjects: Self.all, for: .public)
        #expect(second.entries.count == 1)
        #expect(!second.hasMore)
    }

    @Test func `pages of any size tell the same, each entry once`() throws {
        let feed = feed(100)
        let whole = try feed.feed(after: 0, limit: 1_000, subjects: Self.all, for: .public).entries
        for limit in 1...40 {
            var entries: [FeedPage.Entry] = []
            var position: Int64 = 0
            var hasMore = true
            while hasMore, entries.count <= whole.count {
                let page = try feed.feed(after: position, limit: limit, subjects: Self.all, for: .public)
                #expect(page.entries.count <= limit)
                entries += page.entries
                (position, hasMore) = (page.nextAfter, page.hasMore)
            }
            #expect(entries == whole, "\(limit)")
        }
    }
}

extension Change {
    fileprivate static func sample(
        _ sequence: Int64, _ subject: Subject = .need, before: Audience = .none, after: Audience,
        isDeletion: Bool = false, isErasure: Bool = false
    ) -> Change {
        Change(
            sequence: sequence, subject: subject, id: .numbered(UInt64(sequence)), isDeletion: isDeletion,
            isErasure: isErasure, before: before, after: after, origin: nil, at: .at("2026-11-21T09:30:00Z"))
    }
}
