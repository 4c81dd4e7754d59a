/// The codes of a scheme by their numbers, and what lies next to each.
struct CodeNumbers: Equatable, Sendable {
    private let numbers: [String: Int]
    private let relatives: [Set<Int>]

    /// The codes of one scheme, in the order of the vocabulary.
    init(_ taxonomy: Taxonomy, _ scheme: TaxonomyTerm.Scheme) {
        let codes = taxonomy.codes(in: scheme)
        let numbers = Dictionary(uniqueKeysWithValues: zip(codes, codes.indices))
        var relatives = [Set<Int>](repeating: [], count: codes.count)
        for (number, code) in codes.enumerated() {
            guard let parent = taxonomy.term(code, in: scheme)?.parent.flatMap({ numbers[$0] }) else {
                continue
            }
            relatives[number].insert(parent)
            relatives[parent].insert(number)
        }
        (self.numbers, self.relatives) = (numbers, relatives)
    }

    /// These codes, as far as there is room for them.
    func mask(_ codes: [String]) -> CodeMask {
        let places = codes.compactMap { numbers[$0] }
        return CodeMask(
            codes: Self.bits(places), relatives: places.reduce(0) { $0 | Self.bits(relatives[$1]) })
    }

    /// All of these codes.
    func set(_ codes: [String]) -> CodeSet {
        let places = Set(codes.compactMap { numbers[$0] })
        return CodeSet(
            codes: places, relatives: places.reduce(into: []) { $0.formUnion(relatives[$1]) })
    }

    private static func bits(_ places: some Sequence<Int>) -> UInt32 {
        places.reduce(0) { $0 | ($1 < CodeMask.mostCodes ? 1 << UInt32($1) : CodeMask.others) }
    }
}
