import HTTPWire
import JSON
import TestSupport

// What tests look for in an answer.

extension Response {
    /// Status and code: `404 not_found`, or the status alone if it is no problem.
    var outcome: String { ([String(status)] + [text("code")].compactMap { $0 }).joined(separator: " ") }

    /// The parts to blame: `#/title too_long`, or the name of a parameter in place of the pointer.
    var faults: [String] {
        elements("errors").map { error in
            "\(error["pointer"] ?? error["name"] ?? "?") \(error["code"] ?? "?")"
        }
    }

    /// The codes of guards that failed.
    var failedGuards: [String] { elements("failed_guards").compactMap { $0["code"] } }

    /// The identifiers of a list.
    var ids: [String] { elements("items").compactMap { $0["id"] } }

    /// The texts in a list of objects.
    func elements(_ path: String) -> [[String: String]] {
        guard case .array(let elements) = self[path] else { return [] }
        return elements.map(\.texts)
    }

    /// The words of a list.
    func words(_ path: String) -> [String] {
        guard case .array(let elements) = self[path] else { return [] }
        return elements.compactMap(\.word)
    }

    /// Whether an object has a member of this name, null or not.
    func has(_ path: String) -> Bool { self[path] != nil }

    /// All that is sent but what differs from answer to answer: the request's own identifier.
    var impersonal: String {
        let id = text("request_id") ?? "-"
        return "\(status) \(String(decoding: body, as: UTF8.self))".replacing(id, with: "…")
    }
}

extension JSONValue {
    var word: String? {
        guard case .string(let word) = self else { return nil }
        return word
    }

    fileprivate var texts: [String: String] {
        guard case .object(let object) = self else { return [:] }
        return object.members.reduce(into: [:]) { texts, member in texts[member.name] = member.value.word }
    }
}
