/// Why a text is not of the part of YAML that is read here, and where that shows.
package struct YAMLFault: Error, Equatable, Sendable {
    /// The line of the fault, the first being 1.
    package let line: Int
    /// Which rule is broken.
    package let reason: Reason

    /// What is wrong.
    package enum Reason: CaseIterable, Sendable {
        /// What stands there begins nothing that could stand there.
        case unexpected
        /// The text ends inside quotes or brackets.
        case unexpectedEnd
        /// A name that the mapping already has.
        case duplicateKey
        /// `*name` without an earlier `&name`.
        case unknownAlias
        /// A form of YAML that is not read: tags, directives, several documents, control characters, texts in quotes over several
        /// lines, block scalars with `+` or with lines that are indented further.
        case unsupported
        /// More collections inside one another than ``YAMLReader/depth``.
        case tooDeep
    }
}
