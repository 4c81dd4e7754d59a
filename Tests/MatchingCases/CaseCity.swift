package import Scharnier
import TextRank

/// A made-up city whose needs and offers come from causes that no rating sees, with a judge that knows them.
package struct CaseCity {
    /// What a need or an offer is really about.
    struct Cause {
        /// A field of work with four subjects each.
        let field: Int
        let subject: Int
        let group: Int
        let area: UInt8
        let amount: Int64
    }

    package private(set) var needs: [MatchDocument<AskedProfile>] = []
    package private(set) var offers: [MatchDocument<GivenProfile>] = []
    private var asked: [Cause] = []
    private var given: [Cause] = []
    private var offerAreas: [Set<UInt8>] = []
    private let language: CaseLanguage
    private static let fields = 12
    private static let subjectsOfField = 4
    private static let areas: ClosedRange<UInt8> = 0...29

    /// The city of a seed.
    package init(needs: Int, offers: Int, seed: UInt64) {
        var numbers = CaseNumbers(seed: seed)
        language = CaseLanguage(subjects: Self.fields * Self.subjectsOfField, &numbers)
        for number in 0..<needs { addNeed(UInt128(number), &numbers) }
        for number in 0..<offers { addOffer(UInt128(number), &numbers) }
    }

    private static func cause(_ numbers: inout CaseNumbers) -> Cause {
        let field = Int.random(in: 0..<fields, using: &numbers)
        return Cause(
            field: field,
            subject: field * subjectsOfField + Int.random(in: 0..<subjectsOfField, using: &numbers),
            group: Int.random(in: 0..<10, using: &numbers), area: .random(in: areas, using: &numbers),
            amount: 10_000 * .random(in: 1...100, using: &numbers))
    }

    /// The code of what it is about: missing for a quarter, wrong for some.
    private static func declared(_ code: Int, of count: Int, _ numbers: inout CaseNumbers) -> CodeMask {
        if numbers.happens(25) { return .none }
        let stated = numbers.happens(8) ? Int.random(in: 0..<count, using: &numbers) : code
        return CodeMask(codes: 1 << UInt32(stated))
    }

    private mutating func addNeed(_ key: UInt128, _ numbers: inout CaseNumbers) {
        let cause = Self.cause(&numbers)
        var profile = AskedProfile()
        profile.kinds = 1
        profile.topics = Self.declared(cause.field, of: Self.fields, &numbers)
        profile.targetGroups = Self.declared(cause.group, of: 10, &numbers)
        profile.areas = AreaNumbers(numbers.happens(15) ? [] : [cause.area])
        profile.open = numbers.happens(15) ? nil : cause.amount
        asked.append(cause)
        needs.append(
            MatchDocument(key: key, fields: fields(cause, byGiver: false, &numbers), profile: profile))
    }

    private mutating func addOffer(_ key: UInt128, _ numbers: inout CaseNumbers) {
        let cause = Self.cause(&numbers)
        var profile = GivenProfile()
        (profile.kinds, profile.isMoney) = (1, true)
        profile.topics = Self.declared(cause.field, of: Self.fields, &numbers)
        profile.targetGroups = Self.declared(cause.group, of: 10, &numbers)
        let areas = numbers.happens(30) ? Set(Self.areas) : Set((0..<6).map { (cause.area + $0) % 30 })
        profile.areas = areas.count == 30 ? AreaSet() : AreaSet(areas.sorted())
        (profile.minimum, profile.maximum) = (cause.amount / 4, cause.amount * 2)
        profile.fundsPartly = false
        given.append(cause)
        offerAreas.append(areas)
        offers.append(
            MatchDocument(key: key, fields: fields(cause, byGiver: true, &numbers), profile: profile))
    }

    /// A title, a text, and sometimes a sentence about what its writer does besides.
    private func fields(_ cause: Cause, byGiver: Bool, _ numbers: inout CaseNumbers) -> [Field] {
        let title = language.text(on: cause.subject, words: 4, byGiver: byGiver, &numbers)
        let length = Int.random(in: 12...40, using: &numbers)
        var text = language.text(on: cause.subject, words: length, byGiver: byGiver, &numbers)
        if numbers.happens(40) {
            let other = Int.random(in: 0..<Self.fields * Self.subjectsOfField, using: &numbers)
            text += " " + language.text(on: other, words: 8, byGiver: byGiver, &numbers)
        }
        return [Field(title, boost: 2), Field(text)]
    }

    /// How well a pair really goes together, 0…3: by subject or field, less by group, and not at all beyond the rules.
    package func relevance(need: Int, offer: Int) -> Int {
        let (one, other) = (asked[need], given[offer])
        guard one.field == other.field, offerAreas[offer].contains(one.area) else { return 0 }
        guard one.amount * 4 >= other.amount, one.amount <= other.amount * 2 else { return 0 }
        let bySubject = one.subject == other.subject ? 2 : 1
        return bySubject + (one.group == other.group ? 1 : 0)
    }
}
