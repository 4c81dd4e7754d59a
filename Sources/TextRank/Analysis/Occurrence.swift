/// One stem at one place of one field.
struct Occurrence {
    let id: UInt64
    let strength: Int
    let boost: Int
    /// The number of the field; a stem counts only so often in each.
    let field: Int
    let place: Int
}

/// Adds up the occurrences of stems, as BM25F does before it saturates (Robertson, Zaragoza and Taylor, "Simple BM25
/// Extension to Multiple Weighted Fields", 2004).
struct TermWeighing {
    /// k1 of BM25, in tenths: how soon more of the same word says no more.
    private static let saturation = 12

    /// b of BM25, in tenths: how much a long text is held against its words.
    private static let lengthShare = 4

    /// A word counts three times in a field, however often it is there.
    private static let mostInField = 3 * Analysis.wholeStrength

    let length: Int
    let averageLength: Int

    /// The terms of these occurrences, ids ascending.
    func terms(of occurrences: [Occurrence]) -> [Analysis.Term] {
        let sorted = occurrences.sorted { ($0.id, $0.field, $0.place) < ($1.id, $1.field, $1.place) }
        var terms: [Analysis.Term] = []
        var start = 0
        while start < sorted.count {
            let end = sorted[start...].firstIndex { $0.id != sorted[start].id } ?? sorted.count
            terms.append(term(of: sorted[start..<end]))
            start = end
        }
        return terms
    }

    private func term(of occurrences: ArraySlice<Occurrence>) -> Analysis.Term {
        var (total, inField) = (0, 0)
        var (field, id, place) = (-1, UInt64(0), Int.max)
        for occurrence in occurrences {
            if occurrence.field != field { (field, inField) = (occurrence.field, 0) }
            let added = min(occurrence.strength, Self.mostInField - inField)
            inField += added
            total += added * occurrence.boost
            id = occurrence.id
            place = min(place, occurrence.place)
        }
        return Analysis.Term(
            id: id, impact: impact(of: total), place: UInt16(min(place, Int(UInt16.max))))
    }

    /// f·(k1 + 1)/(f + k1·(1 − b + b·length/average)) in 1/4096, rounded.
    private func impact(of strength: Int) -> UInt16 {
        // All in tenths, times ten times the average, so that nothing is divided before the end.
        let frequency = strength * 10 * averageLength
        let damping = Self.saturation * ((10 - Self.lengthShare) * averageLength + Self.lengthShare * length)
        let numerator = Logarithm.unit * (Self.saturation + 10) * frequency / 10
        let denominator = frequency + damping
        return UInt16((2 * numerator + denominator) / (2 * denominator))
    }
}
