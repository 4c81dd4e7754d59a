/// The points of a factor for every need, worked out once for an offer.
///
/// Most needs share nothing with an offer, which one look at the bits tells; counting bits takes longer.
struct PointTable {
    private let given: CodeMask
    private let points: [Int32]

    /// What a need comes to that names no code, and one that shares none.
    private let unknown: Int
    private let none: Int

    /// Codes that a need can name.
    private static let mostCodes = 32

    /// Half hits that there can be, and none.
    private static let width = 2 * mostCodes + 1

    /// What a factor comes to for an offer with these codes, by half hits and codes of the need.
    init(_ given: CodeMask, _ factor: (_ halfHits: Int, _ count: Int) -> Factor) {
        self.given = given
        points = (0...Self.mostCodes).flatMap { count in
            (0..<Self.width).map { Int32(factor($0, count).points) }
        }
        unknown = factor(0, 0).points
        none = factor(0, 1).points
    }

    /// The points of a need that names these codes.
    @inline(__always)
    func points(of asked: CodeMask) -> Int {
        if asked.codes == 0 { return unknown }
        let touched = asked.codes & (given.codes | given.relatives) | asked.relatives & given.codes
        if touched == 0 { return none }
        return Int(points[asked.count * Self.width + asked.halfHits(with: given)])
    }
}
