import JSON
import Scharnier
import TextRank

/// Reads needs and offers as imports have them, as far as matching looks at them.
struct MatchReader {
    private var numbers = MatchNumbers()

    /// A title counts twice.
    private static let titleBoost = 2

    /// A need, with the key that it gets here.
    mutating func need(_ object: JSONObject, key: UInt128) -> MatchDocument<AskedProfile> {
        let items = object.objects("items")
        var profile = AskedProfile()
        profile.kinds = items.isEmpty ? .max : items.reduce(0) { $0 | Self.kind($1.text("kind")) }
        profile.topics = CodeMask(codes: numbers.mask(object.texts("topics"), in: "topic"))
        profile.targetGroups = CodeMask(codes: numbers.mask(object.texts("target_groups"), in: "group"))
        profile.skills = numbers.mask(items.flatMap { $0.texts("skills") }, in: "skill")
        let areas = numbers.areas(object.texts("beneficiary_area_ids"))
        profile.areas = AreaNumbers(Array(areas.prefix(AreaNumbers.most)))
        profile.isCityWide = object["city_wide"] == .bool(true)
        profile.open = items.compactMap { $0.number("amount_cents") ?? $0.number("quantity") }.max()
        profile.deadline = object.text("needed_by_on").flatMap(Day.init)?.number
        let titles = items.compactMap { $0.text("title") }
        let fields = Self.fields(object, ["text"]) + titles.map { Field($0) }
        return MatchDocument(key: key, fields: fields, profile: profile)
    }

    /// An offer, with the key that it gets here.
    mutating func offer(_ object: JSONObject, key: UInt128) -> MatchDocument<GivenProfile> {
        var profile = GivenProfile()
        let kind = object.text("kind")
        profile.kinds = Self.served(by: kind)
        profile.isMoney = kind == ResourceKind.money.rawValue
        profile.isWork = [ResourceKind.volunteering, .expertise, .service].contains { $0.rawValue == kind }
        profile.topics = CodeMask(codes: numbers.mask(object.texts("topics"), in: "topic"))
        profile.targetGroups = CodeMask(codes: numbers.mask(object.texts("target_groups"), in: "group"))
        profile.skills = numbers.mask(object.texts("skills"), in: "skill")
        profile.areas = AreaSet(numbers.areas(object.texts("area_ids")))
        profile.minimum = object.number("min_per_commitment_cents") ?? object.number("min_per_commitment")
        profile.maximum = object.number("max_per_commitment_cents") ?? object.number("max_per_commitment")
        profile.available = object.number("budget_cents") ?? object.number("quantity")
        return MatchDocument(key: key, fields: Self.fields(object, ["text", "conditions"]), profile: profile)
    }

    /// The texts of an object, the title first.
    static func fields(_ object: JSONObject, _ names: [String]) -> [Field] {
        [Field(object.text("title") ?? "", boost: titleBoost)]
            + names.compactMap { object.text($0) }.map { Field($0) }
    }

    /// The bit of a kind; without one, all: nothing is known that speaks against it.
    private static func kind(_ code: String?) -> UInt16 {
        guard let code, let place = ResourceKind.allCases.firstIndex(where: { $0.rawValue == code }) else {
            return .max
        }
        return 1 << UInt16(place)
    }

    /// The kinds that an offer of a kind can serve (domain.md §7.2, kind_mismatch).
    private static func served(by code: String?) -> UInt16 {
        let related: [ResourceKind] =
            switch code.flatMap(ResourceKind.init) {
            case .expertise: [.volunteering, .service]
            case .volunteering: [.expertise]
            case .service: [.expertise, .logistics]
            case .logistics: [.service]
            default: []
            }
        return related.reduce(kind(code)) { $0 | kind($1.rawValue) }
    }
}

extension JSONObject {
    /// A text member.
    func text(_ name: String) -> String? {
        if case .string(let text) = self[name] { text } else { nil }
    }

    /// A member that is a whole number.
    func number(_ name: String) -> Int64? {
        if case .integer(let number) = self[name] { number } else { nil }
    }

    /// The texts of a list.
    func texts(_ name: String) -> [String] {
        guard case .array(let list) = self[name] else { return [] }
        return list.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }

    /// The objects of a list.
    func objects(_ name: String) -> [JSONObject] {
        guard case .array(let list) = self[name] else { return [] }
        return list.compactMap { if case .object(let object) = $0 { object } else { nil } }
    }
}
