/// Needs in columns, each with the number of its pattern: what needs have in common is rated once for all of them.
package struct AskedColumns: Sendable {
    /// Kinds of all lines; the highest bit for a need of several lines.
    let kinds: [UInt16]

    /// By the first line.
    let topics: [UInt32]
    let groups: [UInt32]
    let places: [UInt32]

    /// What could move each need, whatever the day: see ``Drive``.
    let drives: [UInt8]

    /// What the numbers stand for.
    let topicPatterns: [CodeMask]
    let groupPatterns: [GroupPattern]
    let placePatterns: [PlacePattern]

    /// Marks a need of several lines; there are fewer kinds than bits.
    static let several: UInt16 = 1 << 15

    /// Which rules of the city could move a need, and how far its burden does: a bound that holds on every day.
    struct Drive: OptionSet, Sendable {
        let rawValue: UInt8

        static let deadline = Drive(rawValue: 1)
        static let acute = Drive(rawValue: 2)
        static let published = Drive(rawValue: 4)

        /// Where the burden begins, in sixteenths of the most.
        private static let burdenBits: UInt8 = 3
        private static let steps = 16

        /// How many there can be.
        static let count = steps << Int(burdenBits)

        init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Of a need.
        init(_ need: AskedProfile) {
            // Rounded up, so that the bound is never too low.
            let burden = (Int(need.deprivation ?? 0) * (Self.steps - 1) + 9_999) / 10_000
            var drive = Drive(rawValue: UInt8(burden) << Self.burdenBits)
            if need.deadline != nil { drive.insert(.deadline) }
            if need.isConfirmedAcute { drive.insert(.acute) }
            if need.firstPublished != nil { drive.insert(.published) }
            self = drive
        }

        /// The most that the rules can add, in centipoints.
        func mostPoints(_ rater: Rater) -> Int {
            guard rater.weights.isPolicyEnabled else { return 0 }
            // What is new does not wait yet, so only the higher of both counts.
            let policy = rater.weights.policy
            let since = contains(.published) ? 100 * max(policy[.waiting] ?? 0, policy[.newcomer] ?? 0) : 0
            return rater.movement(of: highest(rater.day)) + since
        }

        /// A need that has all of this to the full.
        private func highest(_ day: Int32) -> AskedProfile {
            var need = AskedProfile()
            if contains(.deadline) { need.deadline = day }
            need.isConfirmedAcute = contains(.acute)
            need.deprivation = UInt16(Int(rawValue >> Self.burdenBits) * 10_000 / (Self.steps - 1))
            return need
        }
    }

    /// Target groups and skills, which count together.
    struct GroupPattern: Hashable, Sendable {
        let groups: CodeMask
        let skills: UInt32
    }

    /// Where a need is.
    struct PlacePattern: Hashable, Sendable {
        let areas: AreaNumbers
        let isCityWide: Bool
        let position: MapPosition?
    }

    /// The columns of these needs.
    init(_ records: [AskedRecord]) {
        kinds = records.map { $0.kinds | ($0.others.isEmpty ? 0 : Self.several) }
        drives = records.map { Drive($0.first).rawValue }
        (topics, topicPatterns) = Self.numbered(records.map(\.first.topics))
        (groups, groupPatterns) = Self.numbered(
            records.map { GroupPattern(groups: $0.first.targetGroups, skills: $0.first.skills) })
        (places, placePatterns) = Self.numbered(
            records.map {
                PlacePattern(
                    areas: $0.first.areas, isCityWide: $0.first.isCityWide, position: $0.first.position)
            })
    }

    /// Numbers patterns in the order in which they come.
    private static func numbered<Pattern: Hashable>(_ all: [Pattern]) -> ([UInt32], [Pattern]) {
        var numbers: [Pattern: UInt32] = [:]
        var patterns: [Pattern] = []
        let column = all.map { pattern in
            if let number = numbers[pattern] { return number }
            let number = UInt32(patterns.count)
            numbers[pattern] = number
            patterns.append(pattern)
            return number
        }
        return (column, patterns)
    }
}

extension AskedColumns.GroupPattern {
    /// A need of which only this is stated.
    var profile: AskedProfile {
        var profile = AskedProfile()
        (profile.targetGroups, profile.skills) = (groups, skills)
        return profile
    }
}

extension AskedColumns.PlacePattern {
    /// A need of which only this is stated.
    var profile: AskedProfile {
        var profile = AskedProfile()
        (profile.areas, profile.isCityWide, profile.position) = (areas, isCityWide, position)
        return profile
    }
}
