import Scharnier

/// Text that is hard on whoever handles it: quotes, NUL, other scripts, what looks like SQL or like an escape.
let hostileText =
    "O'Brien\"; DROP TABLE need;-- \0 %_ \u{1F469}\u{200D}\u{1F680} e\u{301} é \u{202E} ẞ 漢字\r\n"

/// Codes that a list in one text could confuse.
let hostileCodes = ["de", "", "a b", "%1", "%", "x%2 \u{301}y", "ä"]

/// Identifiers for records that tests put in by themselves: as random as needed, and growing.
func sampleID<Entity>(_ number: UInt64 = .random(in: 1 ... .max)) -> Identifier<Entity> {
    Identifier(high: 0x0190_0000_0000_7000, low: number)
}

extension Need {
    /// A need with little in it.
    static func sample(
        of carrier: Identifier<Organization>, title: String = "Bücher", status: Status = .published,
        visibility: Visibility = .public, areas: [Identifier<Area>] = [], id: Identifier<Need> = sampleID(),
        at createdAt: Instant = Instant(milliseconds: 1_000)
    ) -> Need {
        var content = Content()
        content.title = title
        content.visibility = visibility
        content.beneficiaryAreas = areas
        return Need(
            id: id, carrier: carrier, content: content, items: [.sample()], status: status,
            createdAt: createdAt,
            updatedAt: createdAt)
    }
}

extension NeedItem {
    static func sample(_ quantity: Int64 = 10, kind: ResourceKind = .goods) -> NeedItem {
        NeedItem(
            id: sampleID(),
            content: Content(kind: kind, title: "Buch", quantity: quantity, unit: .piece, minimum: 1))
    }
}

extension Offer {
    /// An offer with little in it.
    static func sample(
        of organization: Identifier<Organization>, kind: ResourceKind = .goods, title: String = "Jacken",
        status: Status = .active, visibility: Visibility = .public, id: Identifier<Offer> = sampleID(),
        at createdAt: Instant = Instant(milliseconds: 1_000)
    ) -> Offer {
        var content = Content(kind: kind)
        content.title = title
        content.visibility = visibility
        content.quantity = 100
        content.unit = .piece
        content.reach = .city
        return Offer(
            id: id, organization: organization, supplierKind: .company, content: content, status: status,
            createdAt: createdAt, updatedAt: createdAt)
    }
}

extension ListedItem {
    /// The bytes, if it came encoded.
    var bytes: [UInt8]? {
        guard case .encoded(let bytes) = self else { return nil }
        return Array(bytes)
    }

    /// The record, if it came whole.
    var whole: Entity? {
        guard case .whole(let entity) = self else { return nil }
        return entity
    }
}

extension ListedItem<Need> {
    /// The title, however it came.
    var title: String {
        whole?.content.title
            ?? String(decoding: (bytes ?? []).drop { $0 != UInt8(ascii: ":") }.dropFirst(), as: UTF8.self)
    }
}

extension ListedItem<Offer> {
    /// The title, however it came.
    var title: String {
        whole?.content.title
            ?? String(decoding: (bytes ?? []).drop { $0 != UInt8(ascii: ":") }.dropFirst(), as: UTF8.self)
    }
}
