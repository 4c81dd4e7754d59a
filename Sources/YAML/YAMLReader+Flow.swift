import JSON

extension YAMLReader {
    /// A value inside brackets, or the brackets themselves (§7.4).
    mutating func flow() throws(YAMLFault) -> JSONValue {
        try skipBlanks()
        level += 1
        defer { level -= 1 }
        guard level <= Self.depth else { throw fault(.tooDeep) }
        switch next {
        case nil: throw fault(.unexpectedEnd)
        case UInt8(ascii: "{"): return try flowMapping()
        case UInt8(ascii: "["): return try flowSequence()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(try quoted())
        case UInt8(ascii: "*"), UInt8(ascii: "&"): return try node(inside: -1, mayBeBlock: false)
        default: return Self.typed(try plain(inFlow: true))
        }
    }

    private mutating func flowSequence() throws(YAMLFault) -> JSONValue {
        var elements: [JSONValue] = []
        try list(until: UInt8(ascii: "]")) { (reader) throws(YAMLFault) in
            elements.append(try reader.flow())
        }
        return .array(elements)
    }

    private mutating func flowMapping() throws(YAMLFault) -> JSONValue {
        var members = Members()
        try list(until: UInt8(ascii: "}")) { (reader) throws(YAMLFault) in
            try reader.flowMember(of: &members)
        }
        return members.object
    }

    private mutating func flowMember(of members: inout Members) throws(YAMLFault) {
        let isQuoted = next == UInt8(ascii: "\"") || next == UInt8(ascii: "'")
        let name = isQuoted ? try quoted() : try plain(inFlow: true)
        try skipBlanks()
        guard next == UInt8(ascii: ":") else { throw fault(.unexpected) }
        index += 1
        try add(name, to: &members)
        members.values.append(try flow())
    }

    /// What stands between an opening bracket and `bracket`, parted by commas; the last may have one too.
    private mutating func list(
        until bracket: UInt8, _ element: (inout YAMLReader) throws(YAMLFault) -> Void
    ) throws(YAMLFault) {
        index += 1
        try skipBlanks()
        while next != bracket {
            try element(&self)
            try skipBlanks()
            guard next == UInt8(ascii: ",") else { break }
            index += 1
            try skipBlanks()
        }
        guard next == bracket else { throw fault(next == nil ? .unexpectedEnd : .unexpected) }
        index += 1
    }
}
