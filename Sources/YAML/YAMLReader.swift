package import JSON

/// Reads the part of YAML 1.2 (yaml.org/spec/1.2.2) in which files like an OpenAPI document are written by hand.
///
/// Block and flow collections, plain and quoted texts of one line, literal and folded texts, comments, anchors and
/// aliases. All else is refused, never guessed at. Values have the types of the JSON schema of §10.2, and what is none
/// of its numbers, `true`, `false` or `null` is a text: also `0x1F`, `.5`, `yes`.
///
/// Time is linear in the length of the text but for aliases, which repeat what they stand for: for files that are
/// one's own.
package struct YAMLReader {
    /// Collections inside one another that are read: more than any file has, less than the stack bears.
    package static let depth = 64

    let bytes: [UInt8]
    var index = 0
    var lineStart = 0
    var line = 1
    var level = 0
    var anchors: [String: JSONValue] = [:]

    /// A reader at the beginning of a text.
    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The only document of the text.
    ///
    /// - Throws: ``YAMLFault`` for the first fault.
    package mutating func document() throws(YAMLFault) -> JSONValue {
        try refuseControlCharacters()
        try skipBlanks()
        let value = try node(inside: -1, mayBeBlock: true)
        try skipBlanks()
        guard index == bytes.count else { throw fault(.unexpected) }
        return value
    }

    /// Tabs cannot be told from blanks by looking, and carriage returns not at all.
    private func refuseControlCharacters() throws(YAMLFault) {
        guard let index = bytes.firstIndex(where: { $0 < 0x20 && $0 != UInt8(ascii: "\n") }) else { return }
        throw YAMLFault(line: 1 + bytes[..<index].count { $0 == UInt8(ascii: "\n") }, reason: .unsupported)
    }

    /// Where the next byte stands in its line, from 0.
    var column: Int { index - lineStart }

    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    func fault(_ reason: YAMLFault.Reason) -> YAMLFault { YAMLFault(line: line, reason: reason) }

    /// A node that stands further to the right than `parent`; `null` if there is none.
    ///
    /// `mayBeBlock` says whether a block collection may begin here, as at the begin of a line.
    mutating func node(inside parent: Int, mayBeBlock: Bool) throws(YAMLFault) -> JSONValue {
        let lineBefore = line
        try skipBlanks()
        guard let first = next, column > parent else { return .null }
        let mayBeBlock = mayBeBlock || line > lineBefore
        level += 1
        defer { level -= 1 }
        guard level <= Self.depth else { throw fault(.tooDeep) }
        switch first {
        case UInt8(ascii: "&"):
            let name = anchorName()
            let value = try node(inside: parent, mayBeBlock: false)
            anchors[name] = value
            return value
        case UInt8(ascii: "*"): return try alias()
        case UInt8(ascii: "|"), UInt8(ascii: ">"): return .string(try blockScalar(inside: parent))
        case UInt8(ascii: "{"), UInt8(ascii: "["): return try flow()
        default: return try blockOrScalar(first, mayBeBlock)
        }
    }

    private mutating func blockOrScalar(_ first: UInt8, _ mayBeBlock: Bool) throws(YAMLFault) -> JSONValue {
        if mayBeBlock, isAtEntry { return try blockSequence() }
        if mayBeBlock, isAtKey() { return try blockMapping() }
        guard first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") else {
            return Self.typed(try plain(inFlow: false))
        }
        return .string(try quoted())
    }

    private mutating func alias() throws(YAMLFault) -> JSONValue {
        guard let value = anchors[anchorName()] else { throw fault(.unknownAlias) }
        return value
    }

    /// The name behind `&` or `*`.
    private mutating func anchorName() -> String {
        let start = index + 1
        repeat { index += 1 } while next.map { !" \n,{}[]".utf8.contains($0) } ?? false
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }
}
