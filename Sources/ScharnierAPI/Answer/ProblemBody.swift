import HTTPWire
import JSON
import Scharnier

extension Problem {
    /// The problem as an answer (RFC 9457 §3).
    func answer(requestID: String, language: Language, publicURL: String) -> Answer {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("type", registeredType ?? "\(publicURL)/problems/\(code)")
            writer.member("code", code)
            writer.member("status", status)
            writer.member("title", title.text(in: language))
            writer.member("detail", detail.text(in: language))
            writer.member("instance", Self.instance(requestID))
            writer.member("request_id", requestID)
            for member in extra { writer.member(named: member.name, member.value) }
            if !errors.isEmpty { writeErrors(in: language, to: &writer) }
        }
        var answer = Answer(status, body: writer.bytes, type: .problem)
        answer.fields = fields.map { ($0.0, $0.1) } + [(.contentLanguage, language.rawValue)] + challenge
        return answer
    }

    /// The problem as a URI reference (RFC 9457 §3.1.5): a proxy's name for the request, which need not be a UUID, is a
    /// fragment of what was asked for.
    private static func instance(_ requestID: String) -> String {
        let isUUID = Identifier<Problem>(requestID) != nil
        return isUUID ? "urn:uuid:\(requestID)" : "#\(requestID)"
    }

    /// The type that IANA has for two of them (draft-ietf-httpapi-ratelimit-headers-11).
    private var registeredType: String? {
        switch code {
        case ProblemCode.quotaExceeded.code: "https://iana.org/assignments/http-problem-types#quota-exceeded"
        case ProblemCode.overloaded.code:
            "https://iana.org/assignments/http-problem-types#temporary-reduced-capacity"
        default: nil
        }
    }

    private func writeErrors(in language: Language, to writer: inout JSONWriter) {
        writer.memberArray("errors") { writer in
            for error in errors {
                writer.object { error.write(in: language, to: &$0) }
            }
        }
    }

    /// What a 401 must carry (RFC 6750 §3).
    private var challenge: [(FieldName, String)] {
        guard status == 401 else { return [] }
        let error = code == ProblemCode.tokenMissing.code ? "" : ", error=\"invalid_token\""
        return [("WWW-Authenticate", "Bearer realm=\"scharnier\"\(error)")]
    }
}

extension Problem.PartError {
    func write(in language: Language, to writer: inout JSONWriter) {
        switch place {
        case .body(let path): writer.member("pointer", Self.pointer(path))
        case .query(let name):
            writer.member("in", "query")
            writer.member("name", name)
        case .header(let name):
            writer.member("in", "header")
            writer.member("name", name)
        case .path(let name):
            writer.member("in", "path")
            writer.member("name", name)
        }
        writer.member("code", code)
        writer.member("detail", detail.text(in: language))
        if let minimum = bounds.minimum { writer.member("min", minimum) }
        if let maximum = bounds.maximum { writer.member("max", maximum) }
        if !allowed.isEmpty { writer.member("allowed", allowed) }
    }

    /// A path of the domain as a JSON Pointer in a URI fragment (RFC 6901 §6).
    private static func pointer(_ path: String) -> JSONPointer {
        path.split(separator: "/").reduce(JSONPointer.root) { $0.appending(String($1)) }
    }
}
