import Scharnier

/// Exit codes of the command line (operations.md §12, as in BSD `sysexits`).
enum FaultCode: Int32 {
    case finding = 1
    case usage = 64
    case badData = 65
    case unavailable = 69
    /// The program itself is wrong: nothing that whoever runs it could mend.
    case defect = 70
    case cannotCreate = 73
    case inputOutput = 74
    case tryLater = 75
    case configuration = 78
}

/// Why a command could not do its work: one sentence, and how to mend it.
struct CommandFault: Error, CustomStringConvertible {
    let exitCode: FaultCode
    let wording: Wording
    let language: Language

    /// A fault, told in `language`.
    init(_ exitCode: FaultCode, _ de: String, _ en: String, in language: Language) {
        self.init(exitCode, Wording(de, en), in: language)
    }

    /// A fault with its words in both languages, told in `language`.
    init(_ exitCode: FaultCode, _ wording: Wording, in language: Language) {
        self.exitCode = exitCode
        self.wording = wording
        self.language = language
    }

    var description: String { "scharnier: \(wording.text(in: language))" }
}
