/// Codes of one vocabulary as bits, numbered from 0 in the vocabulary's order; one bit stands for all beyond the 31st.
@frozen
package struct CodeMask: Hashable, Sendable {
    /// The codes that are stated.
    package let codes: UInt32

    /// Their parents and children, which are half a hit.
    package let relatives: UInt32

    /// How many codes are stated.
    package var count: Int { codes.nonzeroBitCount }

    /// Codes that there is room for.
    package static let mostCodes = 31

    /// Stands for codes that there is no room for.
    static let others: UInt32 = 1 << UInt32(mostCodes)

    /// Whether these are all codes: else what they share with others is more than their bits tell.
    var isWhole: Bool { codes & Self.others == 0 }

    /// No codes.
    package static let none = CodeMask(codes: 0)

    /// These codes, and those next to them.
    package init(codes: UInt32, relatives: UInt32 = 0) {
        self.codes = codes
        self.relatives = relatives & ~codes
    }

    /// Shared codes count two, codes that are only related one; the same from both sides.
    func halfHits(with other: CodeMask) -> Int {
        let shared = (codes & other.codes).nonzeroBitCount
        let mine = (codes & ~other.codes & other.relatives).nonzeroBitCount
        let theirs = (other.codes & ~codes & relatives).nonzeroBitCount
        return 2 * shared + min(mine, theirs)
    }
}

/// Codes of one vocabulary, however many it has: they count as those of a ``CodeMask``, in more time.
struct CodeSet: Equatable {
    private let codes: Set<Int>

    /// Their parents and children.
    private let relatives: Set<Int>

    /// These codes, and those next to them.
    init(codes: Set<Int>, relatives: Set<Int>) {
        self.codes = codes
        self.relatives = relatives.subtracting(codes)
    }

    /// How many codes are stated.
    var count: Int { codes.count }

    /// The same without those next to them: skills are asked for one by one.
    var alone: CodeSet { CodeSet(codes: codes, relatives: []) }

    /// Shared codes count two, codes that are only related one.
    func halfHits(with other: CodeSet) -> Int {
        let mine = codes.subtracting(other.codes).intersection(other.relatives)
        let theirs = other.codes.subtracting(codes).intersection(relatives)
        return 2 * codes.intersection(other.codes).count + min(mine.count, theirs.count)
    }
}

/// How much two sets of codes have in common: |A∩B| / √(|A|·|B|) (Ochiai, 1957), in ten-thousandths.
///
/// Who ticks every box dilutes what he shares.
enum Overlap {
    /// Of so many half hits among so many codes on each side.
    static func value(halfHits: Int, _ one: Int, _ other: Int) -> Int {
        guard one > 0, other > 0, one < inverseRoots.count, other < inverseRoots.count else { return 0 }
        let product = UInt64(halfHits) * 5_000 * inverseRoots[one] * inverseRoots[other]
        return Int(min(10_000, (product + (1 << 31)) >> 32))
    }

    /// 1/√n in 1/65536, rounded down, for every number of codes that two sets can have.
    private static let inverseRoots: [UInt64] = (0...64).map { number in
        guard number > 0 else { return 0 }
        let square = (UInt64(1) << 32) / UInt64(number)
        var root = UInt64(0)
        for bit in (0...16).reversed() where (root | 1 << UInt64(bit)) * (root | 1 << UInt64(bit)) <= square {
            root |= 1 << UInt64(bit)
        }
        return root
    }
}
