import HTTPWire
import JSON
import Scharnier

extension Problem {
    /// The one place where an error becomes a status (api.md §4); what is unknown is 500 without detail.
    init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let refusal as Refusal: self.init(refusal)
        case let failure as StoreFailure: self.init(failure)
        case let error as JSONSyntaxError: self.init(error)
        case let error as WireError: self.init(error)
        default: self.init(ProblemCode.internalError)
        }
    }

    private init(_ refusal: Refusal) {
        switch refusal {
        case .notFound: self.init(ProblemCode.notFound)
        case .roleForbidden: self.init(ProblemCode.roleForbidden)
        case .invalid(let violations): self.init(ProblemCode.validationFailed, violations)
        case .incomplete(let violations): self.init(ProblemCode.incomplete, violations)
        case .stateConflict(let state, let allowed):
            self.init(
                ProblemCode.stateConflict, extra: [("state", .string(state)), ("allowed", .strings(allowed))])
        case .guardFailed(let failed):
            self.init(ProblemCode.guardFailed)
            extra = [("failed_guards", .array(failed.map { JSONValue.guard($0) }))]
        case .versionMismatch(let current):
            self.init(ProblemCode.preconditionFailed, extra: [("version", .integer(current))])
        case .duplicate(let existing):
            self.init(ProblemCode.duplicate, extra: existing.map { [("existing_id", .string($0))] } ?? [])
        case .inUse: self.init(ProblemCode.inUse)
        case .staleSource(let since):
            self.init(
                ProblemCode.staleSource, extra: [("source_updated_at", .string(since.description))])
        }
    }

    private init(_ failure: StoreFailure) {
        switch failure {
        case .overloaded:
            self.init(ProblemCode.overloaded)
            fields = [(.retryAfter, "1")]
        case .storageFull:
            self.init(ProblemCode.storageFull)
            fields = [(.retryAfter, "60")]
        case .outcomeUnknown: self.init(ProblemCode.outcomeUnknown)
        case .queryTimeout: self.init(ProblemCode.queryTimeout)
        case .closed:
            self.init(ProblemCode.notReady)
            fields = [(.retryAfter, "2")]
        }
    }

    /// At most this many errors are told (api.md §4).
    private static let mostErrors = 50

    private init(_ code: ProblemCode, _ violations: [Violation]) {
        let count = violations.count
        let detail =
            count == 1
            ? Wording("1 Angabe ist zu berichtigen.", "1 entry needs correction.")
            : Wording("\(count) Angaben sind zu berichtigen.", "\(count) entries need correction.")
        self.init(code, detail)
        errors = violations.prefix(Self.mostErrors).map(PartError.init)
    }
}

extension Problem.PartError {
    /// A member of a body that breaks a rule.
    init(_ violation: Violation) {
        self.init(
            place: .body(violation.path), code: violation.code.rawValue, detail: violation.detail,
            bounds: (violation.minimum, violation.maximum), allowed: violation.allowed)
    }
}

extension JSONValue {
    static func strings(_ words: [String]) -> JSONValue { .array(words.map { .string($0) }) }

    /// An object with these members, whose names are all different.
    static func object(_ members: [(String, JSONValue)]) -> JSONValue {
        JSONObject(members: members.map { .init(name: $0.0, value: $0.1) }).map { .object($0) } ?? .null
    }

    /// A failed guard in both languages: api.md §2.
    fileprivate static func `guard`(_ failed: FailedGuard) -> JSONValue {
        .object(
            [
                ("code", .string(failed.code)), ("text_de", .string(failed.text.de)),
                ("text_en", .string(failed.text.en)),
                ("fix_de", failed.fix.map { .string($0.de) } ?? .null),
                ("fix_en", failed.fix.map { .string($0.en) } ?? .null),
            ] + (failed.available.map { [("available", .integer($0))] } ?? []))
    }
}
