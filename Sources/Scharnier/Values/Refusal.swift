/// Why the domain declines to do what it was asked.
///
/// A refusal is the caller's to mend, and safe to show. Everything else that is thrown is the server's
/// fault and stays in the log.
package enum Refusal: Error, Equatable, Sendable {
    /// There is no such thing, or the caller may not know that there is.
    case notFound

    /// The thing is visible, but this is not for the caller's role or relation to do.
    case roleForbidden

    /// Members of the request do not hold what they must hold.
    case invalid([Violation])

    /// Facts that the step needs are still missing.
    case incomplete([Violation])

    /// The event is not possible now; `allowed` are the events that are, for this caller.
    case stateConflict(state: String, allowed: [String])

    /// Conditions of the step that are not met.
    case guardFailed([FailedGuard])

    /// The thing has another version than the caller believed; `current` is told if it is visible.
    case versionMismatch(current: Int64)

    /// It is there already.
    case duplicate(existing: String?)

    /// Something still refers to it.
    case inUse

    /// What another system says is older than what it said before, which was of this moment.
    case staleSource(since: Instant)
}

/// One condition of a transition that is not met (api.md §2).
package struct FailedGuard: Equatable, Sendable {
    /// The stable code of domain.md §5.
    package let code: String

    /// What is wrong.
    package let text: Wording

    /// How to mend it, where someone can.
    package let fix: Wording?

    /// How much is left of what was asked for, where the condition is about that.
    package let available: Int64?

    /// A condition that is not met.
    package init(_ code: String, _ text: Wording, fix: Wording? = nil, available: Int64? = nil) {
        self.available = available
        self.code = code
        self.text = text
        self.fix = fix
    }
}

/// One member of a request that does not hold what it must hold (api.md §4, `errors[]`).
package struct Violation: Equatable, Sendable {
    /// The codes of api.md §4 that a member can be refused with.
    package enum Code: String, CaseIterable, Sendable {
        case required, unknownMember = "unknown_member", readOnly = "read_only", immutable
        case wrongType = "wrong_type", badFormat = "bad_format", badCharacters = "bad_characters"
        case tooShort = "too_short", tooLong = "too_long", tooFew = "too_few", tooMany = "too_many"
        case outOfRange = "out_of_range", notInEnum = "not_in_enum", notUnique = "not_unique"
        case referenceNotFound = "reference_not_found", notAllowedTogether = "not_allowed_together"
        case personalDataSuspected = "personal_data_suspected"
    }

    /// Where: member names and indices, joined by `/`, as in `items/0/quantity`; empty is the whole body.
    package let path: String

    /// Which rule.
    package let code: Code

    /// The rule in words.
    package let detail: Wording

    /// The smallest value or count allowed.
    package let minimum: Int64?

    /// The largest value or count allowed.
    package let maximum: Int64?

    /// The values allowed.
    package let allowed: [String]

    /// A member that breaks a rule.
    package init(
        _ path: String, _ code: Code, _ detail: Wording, minimum: Int64? = nil, maximum: Int64? = nil,
        allowed: [String] = []
    ) {
        self.path = path
        self.code = code
        self.detail = detail
        self.minimum = minimum
        self.maximum = maximum
        self.allowed = allowed
    }
}
