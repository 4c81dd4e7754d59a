import Testing

@testable import Scharnier

extension [Violation] {
    /// Path and code of each, as `items/0/title too_short`.
    var short: [String] { map { "\($0.path) \($0.code.rawValue)" } }
}

extension [FailedGuard] {
    /// The codes of all.
    var codes: [String] { map(\.code) }
}

/// Checks that a text is accepted from the lower to the upper limit, and refused one past either.
func expectLength(
    _ limits: ClosedRange<Int>, at path: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ violations: (String) -> [Violation]
) {
    for length in [limits.lowerBound, limits.upperBound] {
        #expect(violations(.ofLength(length)).isEmpty, "\(path) \(length)", sourceLocation: sourceLocation)
    }
    #expect(
        violations(.ofLength(limits.upperBound + 1)).short == ["\(path) too_long"],
        sourceLocation: sourceLocation)
    guard limits.lowerBound > 0 else { return }
    #expect(
        violations(.ofLength(limits.lowerBound - 1)).short == ["\(path) too_short"],
        sourceLocation: sourceLocation)
}

/// Checks that a number is accepted from the lower to the upper limit, and refused one past either.
func expectRange(
    _ limits: ClosedRange<Int64>, at path: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ violations: (Int64) -> [Violation]
) {
    for value in [limits.lowerBound, limits.upperBound] {
        #expect(violations(value).isEmpty, "\(path) \(value)", sourceLocation: sourceLocation)
    }
    for value in [limits.lowerBound - 1, limits.upperBound + 1] {
        let found = violations(value)
        #expect(found.short == ["\(path) out_of_range"], "\(value)", sourceLocation: sourceLocation)
        #expect(found.first?.minimum == limits.lowerBound, sourceLocation: sourceLocation)
        #expect(found.first?.maximum == limits.upperBound, sourceLocation: sourceLocation)
    }
}

/// Checks that a list may have up to `most` entries, not one more, and none twice.
func expectCount(
    upTo most: Int, at path: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ violations: ([String]) -> [Violation]
) {
    let codes = (0...most).map { "code_\($0)" }
    #expect(violations([]).isEmpty, sourceLocation: sourceLocation)
    #expect(violations(codes.dropLast()).isEmpty, sourceLocation: sourceLocation)
    #expect(violations(codes).short == ["\(path) too_many"], sourceLocation: sourceLocation)
    #expect(violations(["a", "a"]).short == ["\(path) not_unique"], sourceLocation: sourceLocation)
}
