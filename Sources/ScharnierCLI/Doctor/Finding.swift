import JSON
import Scharnier

/// What one look came to.
struct Finding {
    /// A word for what was looked at: `disk_space`.
    let check: String

    /// What is the case.
    let found: Wording

    /// What to do about it; `nil` when all is well.
    let remedy: Wording?

    var isGood: Bool { remedy == nil }

    /// All is well.
    static func good(_ check: String, _ de: String, _ en: String) -> Finding {
        Finding(check: check, found: Wording(de, en), remedy: nil)
    }

    /// Something to mend.
    static func bad(_ check: String, _ found: Wording, remedy: Wording) -> Finding {
        Finding(check: check, found: found, remedy: remedy)
    }

    /// One line, and a second one with the remedy.
    func text(in language: Language) -> String {
        let line = "\(isGood ? "ok  " : "rat ")\(check): \(found.text(in: language))"
        return remedy.map { "\(line)\n     → \($0.text(in: language))" } ?? line
    }

    /// One line for machines.
    var json: String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("check", check)
            writer.member("ok", isGood)
            writer.member("found_de", found.de)
            writer.member("found_en", found.en)
            writer.member("remedy_de", remedy?.de)
            writer.member("remedy_en", remedy?.en)
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
