import JSON
import Scharnier

// What members of a form can hold. Each wrong value is noted and reads as none.

extension Form {
    /// One line of text: NFC, trimmed, without control characters or bidirectional overrides (api.md §1).
    mutating func line(_ name: String, isNullable: Bool = true) -> String? {
        text(name, isNullable: isNullable, isOneLine: true)
    }

    /// Text of several lines; `\n` and `\t` are allowed.
    mutating func text(_ name: String) -> String? {
        text(name, isNullable: true, isOneLine: false)
    }

    private mutating func text(_ name: String, isNullable: Bool, isOneLine: Bool) -> String? {
        guard let value = value(name, isNullable: isNullable) else { return nil }
        guard case .string(let raw) = value else { return wrongType(name, "Text", "a string") }
        guard let clean = PlainText.normalized(raw, isOneLine: isOneLine) else {
            note(name, .badCharacters, .controlCharacters)
            return nil
        }
        return clean
    }

    /// A whole number.
    mutating func integer(_ name: String, isNullable: Bool = true) -> Int64? {
        guard let value = value(name, isNullable: isNullable)?.integer(in: style) else { return nil }
        guard case .integer(let number) = value else {
            return wrongType(name, "eine ganze Zahl", "an integer")
        }
        return number
    }

    /// `true` or `false`, `standard` if absent.
    mutating func boolean(_ name: String, _ standard: Bool) -> Bool {
        optionalBoolean(name, isNullable: false) ?? standard
    }

    /// `true`, `false` or nothing.
    mutating func optionalBoolean(_ name: String, isNullable: Bool = true) -> Bool? {
        guard let value = value(name, isNullable: isNullable)?.flag(in: style) else { return nil }
        guard case .bool(let flag) = value else { return wrongType(name, "true oder false", "true or false") }
        return flag
    }

    /// A word of a fixed list.
    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String, of _: Choice.Type = Choice.self, isNullable: Bool = true
    ) -> Choice? {
        guard let value = value(name, isNullable: isNullable) else { return nil }
        guard case .string(let word) = value else { return wrongType(name, "Text", "a string") }
        if let choice = Choice(rawValue: word) { return choice }
        note(name, .notInEnum, .notAChoice, allowed: Choice.allCases.map(\.rawValue))
        return nil
    }

    /// A word of a fixed list, `standard` if absent.
    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(_ name: String, _ standard: Choice)
        -> Choice
    {
        choice(name, of: Choice.self, isNullable: false) ?? standard
    }

    /// A list of words of a fixed list.
    mutating func choices<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String, _ standard: [Choice] = []
    ) -> [Choice] {
        elements(name, standard) { form, place, word in
            if let choice = Choice(rawValue: word) { return choice }
            form.note(place, .notInEnum, .notAChoice, allowed: Choice.allCases.map(\.rawValue))
            return nil
        }
    }

    /// A list of codes; whether they exist is the domain's affair.
    mutating func codes(_ name: String) -> [String] {
        elements(name, []) { form, place, word in
            guard CodeText.isCode(word) else {
                form.note(place, .badFormat, .noCode)
                return nil
            }
            return word
        }
    }

    /// An identifier.
    mutating func identifier<Entity>(
        _ name: String, of _: Entity.Type = Entity.self, isNullable: Bool = true
    ) -> Identifier<Entity>? {
        guard let value = value(name, isNullable: isNullable) else { return nil }
        guard case .string(let word) = value else { return wrongType(name, "Text", "a string") }
        if let id = Identifier<Entity>(word) { return id }
        note(name, .badFormat, .noIdentifier)
        return nil
    }

    /// A list of identifiers.
    mutating func identifiers<Entity>(_ name: String, of _: Entity.Type = Entity.self) -> [Identifier<Entity>]
    {
        elements(name, []) { form, place, word in
            if let id = Identifier<Entity>(word) { return id }
            form.note(place, .badFormat, .noIdentifier)
            return nil
        }
    }

    /// A day.
    mutating func day(_ name: String) -> Day? {
        guard let value = value(name) else { return nil }
        guard case .string(let word) = value else { return wrongType(name, "Text", "a string") }
        if let day = Day(word) { return day }
        note(
            name, .badFormat,
            Wording("Ein Tag wird als JJJJ-MM-TT geschrieben.", "A day is written as YYYY-MM-DD."))
        return nil
    }

    /// A moment.
    mutating func instant(_ name: String) -> Instant? {
        guard let value = value(name) else { return nil }
        guard case .string(let word) = value else { return wrongType(name, "Text", "a string") }
        if let instant = Instant(word) { return instant }
        note(
            name, .badFormat,
            Wording("Ein Zeitpunkt wird nach RFC 3339 geschrieben.", "A moment is written as in RFC 3339."))
        return nil
    }

    /// A nested object; `readOnly` names the members that the server sets in it.
    mutating func nested<Result>(
        _ name: String, isNullable: Bool = true, readOnly: Set<String> = [], _ body: (inout Form) -> Result
    ) -> Result? {
        guard let value = value(name, isNullable: isNullable)?.container(in: style) else { return nil }
        guard case .object(let object) = value else { return wrongType(name, "ein Objekt", "an object") }
        var form = Form(object, at: child(name), readOnly: readOnly, style: style)
        let result = body(&form)
        adopt(form)
        return result
    }

    /// A list of nested objects; `readOnly` names the members that the server sets in each.
    mutating func list<Result>(
        _ name: String, readOnly: Set<String> = [], _ body: (inout Form) -> Result
    ) -> [Result] {
        guard let value = value(name, isNullable: false)?.container(in: style) else { return [] }
        guard case .array(let elements) = value else { return wrongType(name, "eine Liste", "a list") ?? [] }
        return elements.enumerated().compactMap { index, element in
            guard case .object(let object) = element else {
                return wrongType("\(name)/\(index)", "ein Objekt", "an object")
            }
            var form = Form(object, at: child("\(name)/\(index)"), readOnly: readOnly, style: style)
            let result = body(&form)
            adopt(form)
            return result
        }
    }

    private mutating func elements<Element>(
        _ name: String, _ standard: [Element], _ read: (inout Form, String, String) -> Element?
    ) -> [Element] {
        guard let value = value(name, isNullable: false)?.words(in: style) else { return standard }
        guard case .array(let elements) = value else { return wrongType(name, "eine Liste", "a list") ?? [] }
        return elements.enumerated().compactMap { index, element in
            guard case .string(let word) = element else {
                return wrongType("\(name)/\(index)", "Text", "a string")
            }
            return read(&self, "\(name)/\(index)", word)
        }
    }

    private mutating func wrongType<Value>(_ name: String, _ de: String, _ en: String) -> Value? {
        note(name, .wrongType, Wording("Erwartet wird \(de).", "Expected is \(en)."))
        return nil
    }
}

extension Wording {
    /// Of what no text may hold.
    static let controlCharacters = Wording(
        "Steuerzeichen sind nicht erlaubt.", "Control characters are not allowed.")

    /// Of what cannot be a code.
    static let noCode = Wording("Das ist kein Kürzel.", "This is no code.")
    fileprivate static let notAChoice = Wording(
        "Dieser Wert steht nicht zur Wahl.", "This value is not among the choices.")
    fileprivate static let noIdentifier = Wording("Das ist keine Kennung.", "This is no identifier.")
}
