import Scharnier

/// The labels of every fixed list, in German and English: what `/v1/meta` serves.
///
/// `x-labels` in the contract names the lists; a test compares their words.
enum Labels {
    /// One value of a list.
    struct Word: Sendable {
        let code: String
        let label: Wording
    }

    /// One fixed list.
    struct List: Sendable {
        let name: String
        let words: [Word]
    }

    static let lists: [List] =
        parties + vocabulary + organizations + registry + contacts + needs + offers + introductions + areas
        + matching
        + changes + provenance + links + lint + redactions + inbox + search + privacy
        + commitments + programmes + allocationPlans
}

/// A fixed list of the domain whose every value has a label: a value without one does not compile.
protocol Labelled: RawRepresentable<String>, CaseIterable {
    var label: Wording { get }
}

extension Labels.List {
    /// All values of a list of the domain.
    init(_ name: String, _ list: (some Labelled).Type) {
        self.name = name
        words = list.allCases.map { .init(code: $0.rawValue, label: $0.label) }
    }

    /// Codes that the domain keeps as text, each once.
    init(_ name: String, _ codes: [String], _ labels: [String: Wording]) {
        self.name = name
        var seen: Set<String> = []
        words = codes.filter { seen.insert($0).inserted }.map { code in
            .init(code: code, label: labels[code] ?? Wording(code, code))
        }
    }
}
