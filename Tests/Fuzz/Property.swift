/// What must hold for any octets at all; a fuzzer looks for octets for which it does not.
struct Property: Sendable {
    /// The name of its corpus, and what the driver is asked for.
    let name: String

    /// Throws ``Finding`` if the property is broken.
    let check: @Sendable ([UInt8]) throws -> Void

    static let all: [Property] = [
        .chunks, .cursor, .json, .languages, .mergePatch, .plainText, .query, .requests, .tables,
    ]
}

/// A broken property, in words.
struct Finding: Error, Hashable {
    let text: String
}

/// Throws if a condition does not hold.
func require(_ condition: Bool, _ text: @autoclosure () -> String) throws {
    guard condition else { throw Finding(text: text()) }
}
