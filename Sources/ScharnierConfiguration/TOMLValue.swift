package import Scharnier

/// A value as the configuration file can hold it (toml.io/en/v1.0.0, a flat part of it).
package enum TOMLValue: Hashable, Sendable {
    case text(String)
    case integer(Int)
    case boolean(Bool)
    case list([String])
}

/// One line of the file: a key with its value.
package struct TOMLEntry: Hashable, Sendable {
    package let key: String
    package let value: TOMLValue

    /// Where the key stands, from 1.
    package let line: Int
}

/// Why a file cannot be read.
package struct TOMLError: Error, Hashable, Sendable {
    /// The line, from 1.
    package let line: Int

    /// What is wrong there, and what belongs there.
    package let reason: Wording

    init(_ line: Int, _ de: String, _ en: String) {
        self.line = line
        reason = Wording(de, en)
    }
}
