/// How long records stood in one state before they left it, reckoned from the log.
package struct Turnaround: Equatable, Sendable {
    package let kind: Kind

    /// The state that they left.
    package let state: String

    /// How many left it.
    package let count: Int

    /// Half of them took no longer, in seconds.
    package let medianSeconds: Int64
    package let longestSeconds: Int64

    /// The kinds of records that are reckoned.
    package enum Kind: String, CaseIterable, Sendable {
        case need, introduction

        /// The records themselves.
        package var subject: Subject { self == .need ? .need : .introduction }
    }
}

extension Turnaround {
    /// The states that records left since `begin`, in the order of their names.
    ///
    /// `log` has all transitions of each of these records, in the order in which they happened.
    static func all(in log: [Transition], of kind: Kind, since begin: Instant) -> [Turnaround] {
        var entered: [Identifier<Change>: Instant] = [:]
        var times: [String: [Int64]] = [:]
        for transition in log where transition.from != transition.to {
            if let since = entered[transition.subjectID], transition.at >= begin {
                times[transition.from, default: []].append(
                    (transition.at.milliseconds - since.milliseconds) / 1000)
            }
            entered[transition.subjectID] = transition.at
        }
        return times.keys.sorted().map { state in
            let sorted = (times[state] ?? []).sorted()
            return Turnaround(
                kind: kind, state: state, count: sorted.count,
                medianSeconds: sorted[(sorted.count - 1) / 2], longestSeconds: sorted[sorted.count - 1])
        }
    }
}
