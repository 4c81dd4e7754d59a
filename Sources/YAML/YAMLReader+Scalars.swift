import JSON

extension YAMLReader {
    /// Goes over blanks, ends of lines and comments.
    mutating func skipBlanks() throws(YAMLFault) {
        while let byte = next {
            switch byte {
            case UInt8(ascii: " "): index += 1
            case UInt8(ascii: "\n"): endLine()
            case UInt8(ascii: "#") where index == lineStart || bytes[index - 1] == UInt8(ascii: " "):
                while let byte = next, byte != UInt8(ascii: "\n") { index += 1 }
            case UInt8(ascii: "!"), UInt8(ascii: "%"): throw fault(.unsupported)
            default: return
            }
        }
    }

    /// Goes over the end of a line.
    mutating func endLine() {
        index += 1
        lineStart = index
        line += 1
    }

    /// A text without quotes, of one line: up to `: `, ` #`, and inside brackets to a comma or bracket (§7.3.3).
    mutating func plain(inFlow: Bool) throws(YAMLFault) -> String {
        let start = index
        while let byte = next, byte != UInt8(ascii: "\n") {
            if inFlow, ",[]{}".utf8.contains(byte) { break }
            if byte == UInt8(ascii: ":"), endsKey(inFlow: inFlow) { break }
            if byte == UInt8(ascii: "#"), index > start, bytes[index - 1] == UInt8(ascii: " ") { break }
            index += 1
        }
        while index > start, bytes[index - 1] == UInt8(ascii: " ") { index -= 1 }
        let text = bytes[start..<index]
        guard text.first.map({ !"@`,]}".utf8.contains($0) }) ?? inFlow else { throw fault(.unexpected) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Whether the colon here ends a key.
    private func endsKey(inFlow: Bool) -> Bool {
        guard index + 1 < bytes.count else { return true }
        return " \n".utf8.contains(bytes[index + 1]) || inFlow && ",[]{}".utf8.contains(bytes[index + 1])
    }

    /// A text in quotes, of one line (§7.3.1, §7.3.2).
    mutating func quoted() throws(YAMLFault) -> String {
        let mark = bytes[index]
        var text: [UInt8] = []
        index += 1
        while let byte = next {
            index += 1
            switch byte {
            case mark where mark == UInt8(ascii: "'") && next == mark:
                text.append(mark)
                index += 1
            case mark: return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\n"): throw fault(.unsupported)
            case UInt8(ascii: "\\") where mark == UInt8(ascii: "\""): text.append(try escaped())
            default: text.append(byte)
            }
        }
        throw fault(.unexpectedEnd)
    }

    /// What a backslash and the character behind it stand for (§5.7).
    private mutating func escaped() throws(YAMLFault) -> UInt8 {
        guard let byte = next else { throw fault(.unexpectedEnd) }
        index += 1
        switch byte {
        case UInt8(ascii: "n"): return UInt8(ascii: "\n")
        case UInt8(ascii: "t"): return UInt8(ascii: "\t")
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return byte
        default: throw fault(.unsupported)
        }
    }

    /// The value of a plain text: numbers are those of JSON.
    static func typed(_ text: String) -> JSONValue {
        switch text {
        case "", "~", "null": return .null
        case "true": return .bool(true)
        case "false": return .bool(false)
        default: break
        }
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard let first = text.utf8.first, first == UInt8(ascii: "-") || digits ~= first else {
            return .string(text)
        }
        do {
            return try JSONValue(parsing: Array(text.utf8))
        } catch {
            return error.reason == .numberOutOfRange ? .number(text) : .string(text)
        }
    }
}
