import HTTPWire
import JSON
import Scharnier

/// A request-level code of the registry in api.md §4: its status and its title in both languages.
package struct ProblemCode: Equatable, Sendable {
    package let code: String
    package let status: Int
    package let title: Wording

    init(_ code: String, _ status: Int, _ de: String, _ en: String) {
        self.code = code
        self.status = status
        self.title = Wording(de, en)
    }
}

extension ProblemCode {
    static let parameterUnknown = ProblemCode(
        "parameter_unknown", 400, "Parameter unbekannt", "Unknown parameter")
    static let parameterInvalid = ProblemCode(
        "parameter_invalid", 400, "Parameter ungültig", "Invalid parameter")
    static let headerInvalid = ProblemCode("header_invalid", 400, "Kopfzeile ungültig", "Invalid header")
    static let cursorInvalid = ProblemCode("cursor_invalid", 400, "Seitenmarke ungültig", "Invalid cursor")
    static let jsonInvalid = ProblemCode("json_invalid", 400, "JSON ungültig", "Invalid JSON")
    static let authorizationMalformed = ProblemCode(
        "authorization_malformed", 400, "Anmeldung nicht lesbar", "Authorization not readable")
    static let tokenInURL = ProblemCode(
        "token_in_url", 400, "Token gehört nicht in die Adresse", "Token in URL")
    static let tokenMissing = ProblemCode("token_missing", 401, "Anmeldung nötig", "Authentication required")
    static let tokenInvalid = ProblemCode("token_invalid", 401, "Token ungültig", "Token invalid")
    static let tokenExpired = ProblemCode("token_expired", 401, "Token abgelaufen", "Token expired")
    static let tokenRevoked = ProblemCode("token_revoked", 401, "Token widerrufen", "Token revoked")
    static let scopeMissing = ProblemCode(
        "scope_missing", 403, "Berechtigung fehlt dem Token", "Scope missing")
    static let roleForbidden = ProblemCode("role_forbidden", 403, "Nicht erlaubt", "Not allowed")
    static let notFound = ProblemCode("not_found", 404, "Nicht gefunden", "Not found")
    static let methodNotAllowed = ProblemCode(
        "method_not_allowed", 405, "Methode hier nicht möglich", "Method not allowed")
    static let notAcceptable = ProblemCode(
        "not_acceptable", 406, "Format nicht verfügbar", "Format not available")
    static let stateConflict = ProblemCode(
        "state_conflict", 409, "Im jetzigen Zustand nicht möglich", "Not possible in this state")
    static let guardFailed = ProblemCode(
        "guard_failed", 409, "Voraussetzung nicht erfüllt", "Precondition of the step not met")
    static let duplicate = ProblemCode("duplicate", 409, "Schon vorhanden", "Already exists")
    static let staleSource = ProblemCode(
        "stale_source", 409, "Von der Quelle überholt", "Older than what the source sent before")
    static let inUse = ProblemCode("in_use", 409, "Wird noch verwendet", "Still in use")
    static let idempotencyInProgress = ProblemCode(
        "idempotency_in_progress", 409, "Anfrage läuft noch", "Request in progress")
    static let feedPositionGone = ProblemCode(
        "feed_position_gone", 410, "Abgleichposition verfallen", "Feed position gone")
    static let erased = ProblemCode("erased", 410, "Gelöscht", "Erased")
    static let preconditionFailed = ProblemCode(
        "precondition_failed", 412, "Zwischenzeitlich geändert", "Changed meanwhile")
    static let mediaTypeUnsupported = ProblemCode(
        "media_type_unsupported", 415, "Inhaltsformat nicht unterstützt", "Media type not supported")
    static let validationFailed = ProblemCode("validation_failed", 422, "Eingabe ungültig", "Input invalid")
    static let incomplete = ProblemCode("incomplete", 422, "Angaben fehlen noch", "Not complete yet")
    static let idempotencyKeyReused = ProblemCode(
        "idempotency_key_reused", 422, "Schlüssel schon verwendet", "Key already used")
    static let importRejected = ProblemCode(
        "import_rejected", 422, "Einspielung abgelehnt", "Import rejected")
    static let preconditionRequired = ProblemCode(
        "precondition_required", 428, "Versionsangabe fehlt", "Precondition required")
    static let quotaExceeded = ProblemCode("quota_exceeded", 429, "Zu viele Anfragen", "Too many requests")
    static let internalError = ProblemCode("internal_error", 500, "Interner Fehler", "Internal error")
    static let overloaded = ProblemCode("overloaded", 503, "Zurzeit überlastet", "Temporarily overloaded")
    static let notReady = ProblemCode("not_ready", 503, "Noch nicht bereit", "Not ready")
    static let queryTimeout = ProblemCode("query_timeout", 503, "Abfrage zu aufwendig", "Query took too long")
    static let outcomeUnknown = ProblemCode("outcome_unknown", 503, "Ausgang ungewiss", "Outcome unknown")
    static let storageFull = ProblemCode("storage_full", 507, "Speicher voll", "Storage full")

    /// Every request-level code that exists; the wire-level ones are those of ``WireError``.
    package static let all: [ProblemCode] = [
        parameterUnknown, parameterInvalid, headerInvalid, cursorInvalid, jsonInvalid, authorizationMalformed,
        tokenInURL, tokenMissing, tokenInvalid, tokenExpired, tokenRevoked, scopeMissing, roleForbidden,
        notFound,
        methodNotAllowed, notAcceptable, stateConflict, guardFailed, duplicate, staleSource, inUse,
        idempotencyInProgress,
        feedPositionGone, erased, preconditionFailed, mediaTypeUnsupported, validationFailed, incomplete,
        idempotencyKeyReused, importRejected, preconditionRequired, quotaExceeded, internalError,
        overloaded, notReady, queryTimeout, outcomeUnknown, storageFull,
    ]
}

/// An error as the caller sees it: RFC 9457 `application/problem+json`.
package struct Problem: Error, Sendable {
    package let code: String
    package let status: Int
    let title: Wording
    let detail: Wording

    /// Members that this code declares, besides those of every problem.
    var extra: [(name: String, value: JSONValue)]

    /// Header fields that go with it.
    var fields: [(FieldName, String)] = []

    /// What is wrong with parts of the request.
    var errors: [PartError] = []

    /// One part of the request that is to blame.
    struct PartError: Sendable {
        enum Place: Sendable {
            case body(String)
            case query(String)
            case header(String)
            case path(String)
        }

        let place: Place
        let code: String
        let detail: Wording
        var bounds: (minimum: Int64?, maximum: Int64?) = (nil, nil)
        var allowed: [String] = []
    }

    /// A problem of this code; without `detail` the title says it all.
    init(_ code: ProblemCode, _ detail: Wording? = nil, extra: [(name: String, value: JSONValue)] = []) {
        self.code = code.code
        status = code.status
        title = code.title
        self.detail = detail ?? code.remedy ?? code.title
        self.extra = extra
    }

    /// A parameter that does not hold what it must hold.
    init(parameter name: String, _ detail: Wording, allowed: [String] = []) {
        self.init(.parameterInvalid, detail)
        errors = [.init(place: .query(name), code: "bad_format", detail: detail, allowed: allowed)]
    }

    /// A part of the path that does not hold what it must hold.
    init(path name: String, _ detail: Wording) {
        self.init(.parameterInvalid, detail)
        errors = [.init(place: .path(name), code: "bad_format", detail: detail)]
    }

    /// A header field that does not hold what it must hold.
    init(header name: String, _ detail: Wording) {
        self.init(.headerInvalid, detail)
        errors = [.init(place: .header(name), code: "bad_format", detail: detail)]
    }

    /// A request that could not be read.
    init(_ error: WireError) {
        self.init(error, Wording(error.detail.german, error.detail.english))
    }

    /// The same with a detail of its own.
    init(_ error: WireError, _ detail: Wording) {
        code = error.code
        status = error.status
        title = Wording(error.title.german, error.title.english)
        self.detail = detail
        extra = []
    }

    /// A body that is no JSON.
    init(_ error: JSONSyntaxError) {
        self.init(
            .jsonInvalid,
            Wording(
                "Fehler bei Byte \(error.offset): \(error.reason).",
                "Error at byte \(error.offset): \(error.reason)."))
    }
}
