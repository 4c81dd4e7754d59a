/// Where a list goes on: the keys of the last item, in the order of the list.
package struct PageKey: Equatable, Sendable {
    /// What the item has in each key of the order.
    package let values: [SortValue]
    package let id: Identifier<PageKey>

    /// Behind the item with these keys.
    package init<Entity>(_ values: [SortValue], id: Identifier<Entity>) {
        self.values = values
        self.id = Identifier<PageKey>(id)
    }

    /// Behind an item, in the order newest first.
    package init<Entity>(createdAt: Instant, id: Identifier<Entity>) {
        self.init([.number(createdAt.milliseconds)], id: id)
    }
}

/// One page of a list: items, and where the next one begins.
package struct Page<Item> {
    package var items: [Item]

    /// The key of the last item, if there are more behind it.
    package var next: PageKey?

    /// How many items all pages have together, if that was asked for.
    package var count: Int64?

    /// A page of a list.
    package init(items: [Item] = [], next: PageKey? = nil, count: Int64? = nil) {
        self.items = items
        self.next = next
        self.count = count
    }
}

extension Page {
    /// The same page of other items.
    package func map<Other>(_ change: (Item) throws -> Other) rethrows -> Page<Other> {
        Page<Other>(items: try items.map(change), next: next, count: count)
    }
}

/// An item of a list: as everyone sees it, already encoded, or whole, where the reader sees more.
package enum ListedItem<Entity> {
    case encoded(ArraySlice<UInt8>)
    case whole(Entity)
}

/// A record as everyone sees it, already encoded.
package struct EncodedItem: Equatable, Sendable {
    package let version: Int64
    package let bytes: [UInt8]

    /// The bytes of a version.
    package init(version: Int64, bytes: [UInt8]) {
        self.version = version
        self.bytes = bytes
    }
}

/// How many items a page has unless told otherwise, and at most (api.md §8).
package enum PageSize {
    package static let standard = 50
    package static let largest = 200
}
