/// What is known of a document's texts: its stems and how much each counts, and its letter groups.
///
/// It depends on the texts, the lists of words and the frozen ``Statistics``, on nothing else.
package struct Analysis: Sendable, Equatable {
    /// One stem of the document.
    @frozen
    package struct Term: Sendable, Equatable {
        /// The hash of the stem.
        package let id: UInt64

        /// How much it says about the document, saturated and set off against the length, in 1/4096; at most 2.2.
        package let impact: UInt16

        /// The number of the written word that it comes from first, see ``EvidenceReader``.
        package let place: UInt16

        /// A stem with its impact and place.
        package init(id: UInt64, impact: UInt16, place: UInt16) {
            self.id = id
            self.impact = impact
            self.place = place
        }
    }

    /// The stems, ids ascending.
    package let terms: [Term]

    /// The letter groups.
    package let grams: Grams

    /// What the words of all fields weigh: ten for each word that counts, times its field's boost.
    package let length: Int

    /// An analysis as it was kept; terms and letter groups ascending.
    package init(terms: [Term], grams: Grams, length: Int) {
        self.terms = terms
        self.grams = grams
        self.length = length
    }

    /// What a word weighs that is written so.
    static let wholeStrength = 10
}
