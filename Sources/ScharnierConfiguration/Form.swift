import Scharnier

/// What the values of a key look like, wherever they are written.
package enum Form: Sendable {
    case text
    case integer(ClosedRange<Int>)
    case boolean
    case list
    case choice([String])

    /// The value that words of the command line or the environment stand for.
    func value(of words: String) -> TOMLValue? {
        switch self {
        case .text, .choice: .text(words)
        case .integer: DecimalText.integer(Array(words.utf8)[...]).map { .integer($0) }
        case .boolean: words == "true" ? .boolean(true) : words == "false" ? .boolean(false) : nil
        case .list: .list(words.isEmpty ? [] : words.split(separator: ",").map { String($0).trimmed })
        }
    }

    /// Whether a value has this form.
    func accepts(_ value: TOMLValue) -> Bool {
        switch (self, value) {
        case (.text, .text), (.boolean, .boolean), (.list, .list): true
        case (.integer(let range), .integer(let number)): range.contains(number)
        case (.choice(let words), .text(let word)): words.contains(word)
        default: false
        }
    }

    /// The form in words that go behind "expected is".
    var wording: Wording {
        switch self {
        case .text: Wording("ein Text", "a text")
        case .integer(let range):
            Wording(
                "eine ganze Zahl von \(DecimalText.grouped(range.lowerBound)) bis \(DecimalText.grouped(range.upperBound))",
                "an integer from \(DecimalText.grouped(range.lowerBound)) to \(DecimalText.grouped(range.upperBound))"
            )
        case .boolean: Wording("true oder false", "true or false")
        case .list: Wording("eine Liste von Texten", "a list of texts")
        case .choice(let words):
            Wording(
                "eines von \(words.joined(separator: ", "))", "one of \(words.joined(separator: ", "))")
        }
    }
}

extension String {
    var trimmed: String {
        var text = self[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
