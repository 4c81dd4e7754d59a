package import Scharnier

/// Writes values as the configuration file holds them.
enum TOMLText {
    static func of(_ value: TOMLValue) -> String {
        switch value {
        case .text(let text): quoted(text)
        case .integer(let number): DecimalText.grouped(number)
        case .boolean(let answer): answer ? "true" : "false"
        case .list(let elements): "[" + elements.map(quoted).joined(separator: ", ") + "]"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\" + String(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0x7f:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension Loaded {
    /// Every key with its value and where that comes from: a configuration file that sets the same.
    ///
    /// The names of files with secrets are shown as `***`.
    package var printed: String {
        Key.all.map { key in
            let value = key.value(in: configuration)
            let isHidden = key.isSecretFile && value != .text("")
            return
                "\(key.name) = \(isHidden ? "\"***\"" : TOMLText.of(value))  # \(origin(of: key).description)"
        }.joined(separator: "\n")
    }
}

extension Key {
    /// The example file: every key with its default and the reason in both languages.
    package static var example: String {
        let head = """
            # Scharnier: every key with its default. Vorrang / precedence: --flag, SCHARNIER_KEY, this file, default.
            # Eine Zeile gilt, wenn das # davor weg ist. A line counts once its # is removed.
            # Made by `scharnier config --example`.
            """
        return ([head] + all.map(\.exampleLines)).joined(separator: "\n\n") + "\n"
    }

    private var exampleLines: String {
        let bounds: String =
            switch form {
            case .integer(let range):
                "\(DecimalText.grouped(range.lowerBound))…\(DecimalText.grouped(range.upperBound))"
            case .choice(let words): words.joined(separator: " | ")
            case .text, .boolean, .list: ""
            }
        let notes = [bounds, isReloadable ? "SIGHUP" : ""].filter { !$0.isEmpty }
        let tail = notes.isEmpty ? "" : "  # " + notes.joined(separator: ", ")
        return "# \(reason.de)\n# \(reason.en)\n#\(name) = \(TOMLText.of(fallback))\(tail)"
    }

    /// One line of the help: the flag and what it is for.
    package func helpLine(in language: Language) -> String {
        "  \(flag) \(TOMLText.of(fallback))\n      \(reason.text(in: language))"
    }
}
