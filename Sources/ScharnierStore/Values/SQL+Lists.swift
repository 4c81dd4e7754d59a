import SQLite

extension SQL {
    /// The longest list that is padded; SQLite takes 1,000 values in one statement.
    private static let longestPadded = 256

    /// The values of a list, separated by commas, for `IN (…)`.
    ///
    /// The last one is repeated until their number is a power of two, so that few lengths make few statements.
    /// An empty list finds nothing.
    static func values<Element: ValueConvertible>(_ list: some Collection<Element>) -> SQL {
        var list = Array(list)
        guard let last = list.last else { return "NULL" }
        while list.count & (list.count - 1) != 0, list.count < longestPadded { list.append(last) }
        return "\(list: list)"
    }

    /// Fragments with ` AND ` between them; true if there are none.
    static func all(_ conditions: [SQL]) -> SQL {
        guard var joined = conditions.first else { return "1 = 1" }
        for condition in conditions.dropFirst() { joined += " AND \(condition)" }
        return joined
    }

    /// Fragments with ` OR ` between them; false if there are none.
    static func any(_ conditions: [SQL]) -> SQL {
        guard var joined = conditions.first else { return "1 = 0" }
        for condition in conditions.dropFirst() { joined += " OR \(condition)" }
        return joined
    }
}
