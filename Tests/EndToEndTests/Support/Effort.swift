import Foundation

/// How much the long tests do: a little with every change, all of it with `SCHARNIER_HEAVY` (deploy/endure.sh).
enum Effort {
    static let isHeavy = ProcessInfo.processInfo.environment["SCHARNIER_HEAVY"] != nil

    /// Whether a sanitizer watches, under which a program takes ten times as long; deploy/sanitize.sh says so.
    static let isSanitized = ProcessInfo.processInfo.environment["SCHARNIER_SANITIZED"] != nil
}
