import Scharnier

/// Numbers codes and areas in the order in which they come.
struct MatchNumbers {
    private var codes: [String: [String: UInt8]] = [:]

    /// The number of a code in its vocabulary; nil beyond `most` of them.
    mutating func number(_ code: String, in vocabulary: String, atMost most: Int) -> UInt8? {
        if let known = codes[vocabulary]?[code] { return known }
        let next = codes[vocabulary]?.count ?? 0
        guard next < most else { return nil }
        codes[vocabulary, default: [:]][code] = UInt8(next)
        return UInt8(next)
    }

    /// The bits of these codes.
    mutating func mask(_ list: [String], in vocabulary: String) -> UInt32 {
        list.reduce(0) { bits, code in
            bits | (number(code, in: vocabulary, atMost: CodeMask.mostCodes).map { 1 << UInt32($0) } ?? 0)
        }
    }

    /// The numbers of these areas.
    mutating func areas(_ list: [String]) -> [UInt8] {
        list.compactMap { number($0, in: "area", atMost: Int(AreaSet.others)) }
    }
}
