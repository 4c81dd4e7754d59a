import JSON
import Scharnier

/// Reads one JSON object member by member, and gathers all that is wrong with it.
///
/// A member that is absent or wrong reads as `nil`; ``refuse(adding:)`` then refuses the whole request with
/// every violation at once, in document order.
struct Form {
    private let object: JSONObject
    private let path: String
    private let readOnly: Set<String>

    /// How values are written, and what happens to members that the server sets.
    let style: Style

    /// Where a form comes from.
    enum Style: Sendable {
        /// A body: values have their types.
        case body
        /// A line of an import: the same, but what the server sets is passed over, as an export holds it.
        case line
        /// A row of a table, where every value is text; passed over as in a line.
        case cells
    }

    /// For each member whether somebody has read it.
    private var isRead: [Bool]
    private(set) var violations: [Violation] = []

    /// A form over the whole body; anything but an object is a fault of its own.
    init(_ json: JSONValue, readOnly: Set<String> = [], style: Style = .body) throws {
        guard case .object(let object) = json else {
            throw Refusal.invalid([
                .init("", .wrongType, Wording("Erwartet wird ein Objekt.", "An object is expected."))
            ])
        }
        self.init(object, at: "", readOnly: readOnly, style: style)
    }

    init(_ object: JSONObject, at path: String, readOnly: Set<String> = [], style: Style = .body) {
        self.style = style
        self.object = object
        self.path = path
        self.readOnly = readOnly
        isRead = Array(repeating: false, count: object.members.count)
    }

    /// Whether the member is there, `null` or not.
    func has(_ name: String) -> Bool { object[name] != nil }

    /// The value of a member; `null` is the same as absent where `isNullable`, else a missing value.
    mutating func value(_ name: String, isNullable: Bool = true) -> JSONValue? {
        guard let index = object.index(of: name) else { return nil }
        isRead[index] = true
        let value = object.members[index].value
        guard value == .null else { return value }
        if !isNullable {
            note(name, .required, Wording("Diese Angabe kann nicht leer sein.", "This cannot be null."))
        }
        return nil
    }

    /// Notes what is wrong with a member.
    mutating func note(_ name: String, _ code: Violation.Code, _ detail: Wording, allowed: [String] = []) {
        violations.append(Violation(child(name), code, detail, allowed: allowed))
    }

    /// Notes that a member is needed.
    mutating func require(_ name: String) {
        guard object[name] == nil || object[name] == .null,
            !violations.contains(where: { $0.path == child(name) })
        else { return }
        note(name, .required, Wording("Angabe fehlt.", "This is missing."))
    }

    /// Takes over what a nested form found.
    mutating func adopt(_ nested: Form) {
        var nested = nested
        nested.noteUnread()
        violations += nested.violations
    }

    /// The path of a member of this object.
    func child(_ name: String) -> String { path.isEmpty ? name : "\(path)/\(name)" }

    /// Refuses the request if anything was wrong, here or in `others`; one violation per place.
    mutating func refuse(adding others: [Violation] = []) throws(Refusal) {
        noteUnread()
        let all = violations + others
        guard all.isEmpty else { throw .invalid(told(all)) }
    }

    /// Refuses the request if the form itself is wrong, then with `others` besides, so that all is told at once.
    ///
    /// A sound form is judged by the rule alone: nothing is checked twice.
    func refuseUnsound(adding others: @autoclosure () throws -> [Violation]) throws {
        var form = self
        form.noteUnread()
        guard !form.violations.isEmpty else { return }
        throw Refusal.invalid(told(form.violations + (try others())))
    }

    /// Runs a rule, and tells what it finds wrong in the order of the document.
    func inDocumentOrder<Result>(_ rule: () throws -> Result) throws -> Result {
        do {
            return try rule()
        } catch Refusal.invalid(let violations) {
            throw Refusal.invalid(told(violations))
        }
    }

    /// The violations as the caller is told: one for each place, in document order.
    private func told(_ violations: [Violation]) -> [Violation] {
        var places: Set<String> = []
        return inDocumentOrder(violations.filter { places.insert($0.path).inserted })
    }

    private mutating func noteUnread() {
        for (member, isRead) in zip(object.members, isRead) where !isRead {
            if readOnly.contains(member.name) {
                guard style == .body else { continue }
                note(
                    member.name, .readOnly,
                    Wording("Dieses Feld setzt der Server.", "The server sets this member."))
            } else {
                note(
                    member.name, .unknownMember,
                    Wording("Dieses Feld gibt es hier nicht.", "There is no such member here."))
            }
        }
    }

    private func inDocumentOrder(_ violations: [Violation]) -> [Violation] {
        let order = Dictionary(
            object.members.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        let ranked = violations.enumerated().map { index, violation in
            let member = violation.path.prefix { $0 != "/" }
            return (order[String(member)] ?? order.count, index, violation)
        }
        return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }
}
