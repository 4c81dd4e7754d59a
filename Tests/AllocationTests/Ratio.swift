/// An exact number for the oracle: 128 bits, which small programs never leave (overflow would trap).
struct Ratio: Comparable, Hashable {
    let top: Int128
    let bottom: Int128

    static let zero = Ratio(0)

    init(_ whole: Int) { self.init(Int128(whole), 1) }

    init(_ top: Int128, _ bottom: Int128) {
        var (larger, smaller) = (top.magnitude, bottom.magnitude)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        let divisor = Int128(larger) * (bottom < 0 ? -1 : 1)
        self.top = top / divisor
        self.bottom = bottom / divisor
    }

    static func < (one: Ratio, other: Ratio) -> Bool { one.top * other.bottom < other.top * one.bottom }
    static func + (one: Ratio, other: Ratio) -> Ratio {
        Ratio(one.top * other.bottom + other.top * one.bottom, one.bottom * other.bottom)
    }
    static func - (one: Ratio, other: Ratio) -> Ratio { one + Ratio(-other.top, other.bottom) }
    static func * (one: Ratio, other: Ratio) -> Ratio {
        Ratio(one.top * other.top, one.bottom * other.bottom)
    }
    static func / (one: Ratio, other: Ratio) -> Ratio {
        Ratio(one.top * other.bottom, one.bottom * other.top)
    }
}
