import HTTPWire
import Scharnier

/// The query of a request, decoded: names and values, each name at most once (api.md §8).
struct Query: Sendable {
    /// Limits of operations.md §3: parameters, and values in one list.
    static let mostParameters = 50
    static let mostValues = 50

    /// Digits of a number: so many every reader of JSON keeps exact (RFC 7493 §2.2), who makes requests of the contract.
    static let mostDigits = 15

    private var values: [(name: String, value: String)] = []

    /// No query.
    init() {}

    /// Reads `application/x-www-form-urlencoded`, as browsers and curl write it: `+` is a blank.
    init(_ bytes: [UInt8]?) throws(Problem) {
        let parts = (bytes ?? []).split(separator: UInt8(ascii: "&"))
        guard parts.count <= Self.mostParameters else { throw Problem(.parameterInvalid) }
        for part in parts {
            let pair = part.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(pair[0]) else { throw Problem(.parameterInvalid) }
            guard let value = Self.decoded(pair.count > 1 ? pair[1] : []) else {
                throw Problem(parameter: name, .notReadable)
            }
            guard self[name] == nil else {
                throw Problem(
                    parameter: name, Wording("Der Parameter steht doppelt.", "The parameter is given twice."))
            }
            values.append((name, value))
        }
    }

    /// The same as a value: the query, and why it could not be read.
    static func reading(_ bytes: [UInt8]?) -> (Query, Problem?) {
        guard bytes != nil else { return (Query(), nil) }
        do throws(Problem) {
            return (try Query(bytes), nil)
        } catch {
            return (Query(), error)
        }
    }

    /// Whether there are none.
    var isEmpty: Bool { values.isEmpty }

    /// The names that were given, in order of the alphabet.
    var names: [String] { values.map(\.name).sorted() }

    /// The value of a parameter.
    subscript(_ name: String) -> String? { values.first { $0.name == name }?.value }

    /// Percent-decoded UTF-8; `nil` if it is none, or holds a control character.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
        var text: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): text.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(hexValue),
                    let low = rest.popFirst().flatMap(hexValue)
                else {
                    return nil
                }
                text.append(high << 4 | low)
            default: text.append(byte)
            }
        }
        guard text.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
        return String(validating: text, as: UTF8.self)
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

extension Query {
    /// The values of a comma-separated parameter.
    func list(_ name: String) throws(Problem) -> [String] {
        guard let value = self[name] else { return [] }
        let values = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard values.count <= Self.mostValues, !values.contains("") else {
            throw Problem(parameter: name, .badList)
        }
        return values
    }

    /// The values of a parameter that takes words of a fixed list.
    func choices<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String, of _: Choice.Type = Choice.self
    ) throws(Problem) -> [Choice] {
        var choices: [Choice] = []
        for value in try list(name) {
            guard let choice = Choice(rawValue: value) else {
                throw Problem(parameter: name, .notAChoice, allowed: Choice.allCases.map(\.rawValue))
            }
            choices.append(choice)
        }
        return choices
    }

    /// The values of a parameter that takes codes; whether they exist makes no difference to what is asked.
    func codes(_ name: String) throws(Problem) -> [String] {
        let values = try list(name)
        guard values.allSatisfy(CodeText.isCode) else { throw Problem(parameter: name, .noCode) }
        return values
    }

    /// The value of a parameter that takes one of a few words.
    func word(_ name: String, among words: [String]) throws(Problem) -> String? {
        guard let value = self[name] else { return nil }
        guard words.contains(value) else { throw Problem(parameter: name, .notAChoice, allowed: words) }
        return value
    }

    /// The value of a parameter that takes one identifier.
    func identifier<Entity>(_ name: String, of _: Entity.Type = Entity.self) throws(Problem) -> Identifier<
        Entity
    >? {
        guard let value = self[name] else { return nil }
        guard let id = Identifier<Entity>(value) else { throw Problem(parameter: name, .noIdentifier) }
        return id
    }

    /// The values of a parameter that takes identifiers.
    func identifiers<Entity>(_ name: String, of _: Entity.Type = Entity.self) throws(Problem) -> [Identifier<
        Entity
    >] {
        var ids: [Identifier<Entity>] = []
        for value in try list(name) {
            guard let id = Identifier<Entity>(value) else { throw Problem(parameter: name, .noIdentifier) }
            ids.append(id)
        }
        return ids
    }

    /// A day.
    func day(_ name: String) throws(Problem) -> Day? {
        guard let value = self[name] else { return nil }
        guard let day = Day(value) else { throw Problem(parameter: name, .noDay) }
        return day
    }

    /// `true` or `false`.
    func boolean(_ name: String) throws(Problem) -> Bool? {
        switch self[name] {
        case nil: nil
        case "true": true
        case "false": false
        default:
            throw Problem(
                parameter: name, Wording("Erlaubt sind true und false.", "Allowed are true and false."))
        }
    }

    /// A whole number in `range`; larger ones become its upper bound if `isClamped`.
    func integer(_ name: String, in range: ClosedRange<Int64>, isClamped: Bool = false) throws(Problem)
        -> Int64?
    {
        guard let text = self[name] else { return nil }
        let digits = text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        guard digits, !text.isEmpty, text.utf8.count <= Self.mostDigits, let value = Int64(text) else {
            throw Problem(parameter: name, .noNumber)
        }
        if isClamped, value > range.upperBound { return range.upperBound }
        guard range.contains(value) else { throw Problem(parameter: name, .noNumber) }
        return value
    }
}

extension Wording {
    fileprivate static let notReadable = Wording(
        "Das ist kein UTF-8, oder es enthält Steuerzeichen.", "This is no UTF-8, or holds control characters."
    )
    fileprivate static let badList = Wording(
        "Erlaubt sind 1 bis 50 Werte, durch Komma getrennt.",
        "Allowed are 1 to 50 values, separated by commas.")
    fileprivate static let notAChoice = Wording(
        "Dieser Wert steht nicht zur Wahl.", "This value is not among the choices.")
    fileprivate static let noIdentifier = Wording("Das ist keine Kennung.", "This is no identifier.")
    fileprivate static let noDay = Wording(
        "Ein Tag wird als JJJJ-MM-TT geschrieben.", "A day is written as YYYY-MM-DD.")
    fileprivate static let noNumber = Wording(
        "Das ist keine Zahl im erlaubten Bereich.", "This is no number in the allowed range.")
}
