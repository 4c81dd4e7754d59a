import JSON

extension YAMLReader {
    /// Whether `- ` begins an element of a block sequence here.
    var isAtEntry: Bool {
        next == UInt8(ascii: "-")
            && (index + 1 == bytes.count || " \n".utf8.contains(bytes[index + 1]))
    }

    /// Whether a text follows that a colon makes the key of a block mapping.
    func isAtKey() -> Bool {
        var ahead = self
        do {
            _ = try ahead.key()
            return true
        } catch {
            return false
        }
    }

    /// A key, and the colon behind it.
    private mutating func key() throws(YAMLFault) -> String {
        let isQuoted = next == UInt8(ascii: "\"") || next == UInt8(ascii: "'")
        let key = isQuoted ? try quoted() : try plain(inFlow: false)
        guard next == UInt8(ascii: ":"), !key.isEmpty || isQuoted else { throw fault(.unexpected) }
        index += 1
        guard next.map({ " \n".utf8.contains($0) }) ?? true else { throw fault(.unexpected) }
        return key
    }

    mutating func blockMapping() throws(YAMLFault) -> JSONValue {
        let indent = column
        var members = Members()
        repeat {
            let name = try key()
            try add(name, to: &members)
            members.values.append(try node(inside: indent, mayBeBlock: false))
            try skipBlanks()
        } while next != nil && column == indent
        guard next == nil || column < indent else { throw fault(.unexpected) }
        return members.object
    }

    mutating func blockSequence() throws(YAMLFault) -> JSONValue {
        let indent = column
        var elements: [JSONValue] = []
        repeat {
            guard isAtEntry else { throw fault(.unexpected) }
            index += 1
            elements.append(try node(inside: indent, mayBeBlock: true))
            try skipBlanks()
        } while next != nil && column == indent
        guard next == nil || column < indent else { throw fault(.unexpected) }
        return .array(elements)
    }

    /// A literal or folded text (§8.1): `|`, `|-`, `>`, `>-`.
    mutating func blockScalar(inside parent: Int) throws(YAMLFault) -> String {
        let isFolded = next == UInt8(ascii: ">")
        index += 1
        let isStripped = next == UInt8(ascii: "-")
        if isStripped { index += 1 }
        guard next == UInt8(ascii: "\n") else { throw fault(.unsupported) }
        let lines = try blockLines(inside: parent, isFolded: isFolded)
        let text = isFolded ? folded(lines) : lines.joined(separator: "\n")
        return isStripped || lines.isEmpty ? text : text + "\n"
    }

    /// The lines of a block text without their indentation, and without empty ones at the end.
    private mutating func blockLines(inside parent: Int, isFolded: Bool) throws(YAMLFault) -> [String] {
        var lines: [String] = []
        var indent: Int?
        while next == UInt8(ascii: "\n") {
            let end = (lineStart, line, index)
            endLine()
            while next == UInt8(ascii: " "), column < indent ?? .max { index += 1 }
            if next == UInt8(ascii: "\n") || next == nil {
                if next != nil { lines.append("") }
                continue
            }
            guard column > parent, column >= indent ?? 0 else {
                (lineStart, line, index) = end
                break
            }
            indent = indent ?? column
            guard !isFolded || next != UInt8(ascii: " ") else { throw fault(.unsupported) }
            lines.append(restOfLine())
        }
        while lines.last == "" { lines.removeLast() }
        return lines
    }

    /// Lines as paragraphs: one break is a blank, an empty line a break (§8.1.3).
    private func folded(_ lines: [String]) -> String {
        var text = ""
        for (line, before) in zip(lines, [""] + lines) {
            if line.isEmpty { text += "\n" } else { text += before.isEmpty ? line : " " + line }
        }
        return text
    }

    private mutating func restOfLine() -> String {
        let start = index
        while let byte = next, byte != UInt8(ascii: "\n") { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }
}
