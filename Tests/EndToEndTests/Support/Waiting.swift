import Foundation

/// A condition that did not come true in time.
struct NotInTime: Error, CustomStringConvertible {
    let condition: String
    let seconds: Double
    var description: String { "not within \(seconds) s: \(condition)" }
}

/// Asks every two milliseconds until there is an answer.
func eventually<Value>(
    _ condition: String, within seconds: Double = 10, _ ask: () throws -> Value?
) throws -> Value {
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
        if let value = try ask() { return value }
        usleep(2_000)
    }
    throw NotInTime(condition: condition, seconds: seconds)
}

/// Waits until a condition holds.
func eventually(_ condition: String, within seconds: Double = 10, _ holds: () throws -> Bool) throws {
    let _: Void = try eventually(condition, within: seconds) { try holds() ? () : nil }
}

/// How long `body` takes, in microseconds; at most a second, so that random moments within it fit `usleep`.
func microseconds(_ body: () throws -> Void) rethrows -> UInt32 {
    let time = try ContinuousClock().measure(body)
    return UInt32(min(max(time / .microseconds(1), 1), 999_999))
}
