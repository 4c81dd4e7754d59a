/// What an operator has written, in all the places where it can be written.
package struct Layers: Sendable {
    /// Keys set on the command line: name and words.
    package var flags: [(name: String, words: String)] = []

    /// The environment of the process.
    package var environment: [String: String] = [:]

    /// The file, if one is named.
    package var file: ConfigurationFile?

    /// Nothing set.
    package init() {}
}

/// A file with keys.
package struct ConfigurationFile: Sendable {
    package let name: String
    package let bytes: [UInt8]

    /// Whether any account on the machine may read it.
    package let isReadableByAll: Bool

    /// A file that has been read.
    package init(name: String, bytes: [UInt8], isReadableByAll: Bool) {
        self.name = name
        self.bytes = bytes
        self.isReadableByAll = isReadableByAll
    }
}
