import HTTPWire
import Scharnier

/// What `If-Match` asks for: any version, or one of these (api.md §5).
enum VersionCondition: Equatable, Sendable {
    case any
    case among([Int64])
}

extension Call {
    /// The condition in `If-Match`, if there is one.
    ///
    /// Only the number counts; weak tags never match. - Throws: 400 for a malformed field.
    func versionCondition() throws(Problem) -> VersionCondition? {
        guard let field = request.fields.string("If-Match") else { return nil }
        if field == "*" { return .any }
        var versions: [Int64] = []
        for part in field.split(separator: ",") {
            let tag = part.trimmingBlanks
            if tag.hasPrefix("W/\"") { continue }
            guard tag.count >= 2, tag.hasPrefix("\""), tag.hasSuffix("\"") else { throw Self.malformed }
            let number = tag.dropFirst().dropLast().prefix { $0 != "." }
            guard number.utf8.count <= 18, let version = Int64(number) else { continue }
            versions.append(version)
        }
        // A field without any tag is no list of tags (RFC 9110 §13.1.1).
        guard !field.allSatisfy({ $0 == "," || $0 == " " }) else { throw Self.malformed }
        return .among(versions)
    }

    /// Refuses an edit without `If-Match` (428), or of another version than the caller believes (412).
    func requireMatch(_ version: Int64, isOptional: Bool = false) throws {
        switch try versionCondition() {
        case nil where isOptional, .any: return
        case nil: throw Problem(.preconditionRequired, .ifMatchNeeded)
        case .among(let versions):
            guard versions.contains(version) else { throw Refusal.versionMismatch(current: version) }
        }
    }

    private static var malformed: Problem {
        Problem(
            header: "If-Match",
            Wording("If-Match ist keine Liste von ETags.", "If-Match is no list of entity tags."))
    }
}

extension Wording {
    fileprivate static let ifMatchNeeded = Wording(
        "If-Match mit dem ETag der gelesenen Fassung angeben; \"*\" für jede Fassung.",
        "Give If-Match with the ETag of the version you read; \"*\" for any version.")
}
