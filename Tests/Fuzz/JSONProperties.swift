import JSON

@testable import ScharnierAPI

extension Property {
    /// What is read is written and read again alike; what is refused is refused at a place within, whatever follows.
    static let json = Property(name: "json") { bytes in
        do throws(JSONSyntaxError) {
            try checkWriting(JSONValue(parsing: bytes))
        } catch {
            try require(0...bytes.count ~= error.offset, "offset \(error.offset) of \(bytes.count)")
            try checkBeginning(bytes, error)
        }
    }

    private static func checkWriting(_ value: JSONValue) throws(JSONSyntaxError) {
        let text = written(value)
        let again = try JSONValue(parsing: text)
        // The typed error of the parser is the one way out here; another finding traps.
        precondition(again == value && written(again) == text)
    }

    /// A fault of one octet belongs to that octet: what comes after it changes nothing.
    private static func checkBeginning(_ bytes: [UInt8], _ error: JSONSyntaxError) throws {
        guard error.reason == .unexpectedByte || error.reason == .controlCharacter else { return }
        try require(syntaxError(Array(bytes[...error.offset])) == error, "\(error) depends on what follows")
    }

    private static func syntaxError(_ bytes: [UInt8]) -> JSONSyntaxError? {
        do throws(JSONSyntaxError) {
            _ = try JSONValue(parsing: bytes)
            return nil
        } catch {
            return error
        }
    }

    private static func written(_ value: JSONValue) -> [UInt8] {
        var writer = JSONWriter()
        writer.value(value)
        return writer.bytes
    }

    /// A merge patch applied twice does what it does once, and the result is a document (RFC 7396).
    static let mergePatch = Property(name: "mergePatch") { bytes in
        let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false).map(Array.init)
        guard parts.count == 2, let target = try? JSONValue(parsing: parts[0]),
            let patch = try? JSONValue(parsing: parts[1])
        else { return }
        let merged = target.merged(with: patch)
        try require(merged.merged(with: patch) == merged, "applied twice, it differs")
        try require(try JSONValue(parsing: written(merged)) == merged, "the result is no document")
        try checkMembers(of: merged, target, patch)
    }

    private static func checkMembers(of merged: JSONValue, _ target: JSONValue, _ patch: JSONValue) throws {
        guard case .object(let changes) = patch, case .object(let before) = target else {
            return try require(merged == patch, "a value that is no object replaces")
        }
        guard case .object(let after) = merged else { throw Finding(text: "no object any more") }
        for member in after.members {
            let isKnown = before[member.name] != nil || changes[member.name] != nil
            try require(isKnown, "\(member.name) comes from nowhere")
            if changes[member.name] == nil {
                try require(before[member.name] == member.value, "\(member.name) was not patched")
            }
        }
        try require(
            (before.members + changes.members).allSatisfy { after[$0.name] != nil }, "a member is lost")
    }
}
