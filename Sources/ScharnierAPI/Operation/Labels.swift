import Scharnier

/// The labels of every fixed list, in German and English: what `/v1/meta` serves.
enum Labels {
    struct Word: Sendable {
        let code: String
        let label: Wording
    }

    static let lists: [(name: String, words: [Word])] = []

    static func field(_ path: String) -> Wording { Wording(path, path) }
}
