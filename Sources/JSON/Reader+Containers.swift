extension Reader {
    /// What `body` reads, one level deeper.
    mutating func nested<Content>(
        _ body: (inout Reader) throws(JSONSyntaxError) -> Content
    ) throws(JSONSyntaxError) -> Content {
        guard depth < limits.depth else { throw error(.tooDeep) }
        depth += 1
        let content = try body(&self)
        depth -= 1
        return content
    }

    /// The elements of the array that begins here (RFC 8259 §5).
    mutating func array() throws(JSONSyntaxError) -> [JSONValue] {
        var elements: [JSONValue] = []
        position += 1
        skipBlanks()
        if skip(UInt8(ascii: "]")) { return elements }
        repeat {
            skipBlanks()
            guard elements.count < limits.elements else { throw error(.tooManyElements) }
            elements.append(try value())
            skipBlanks()
        } while skip(UInt8(ascii: ","))
        try expect(UInt8(ascii: "]"))
        return elements
    }

    /// The object that begins here (RFC 8259 §4).
    mutating func object() throws(JSONSyntaxError) -> JSONObject {
        var members: [JSONObject.Member] = []
        var names = Names()
        position += 1
        skipBlanks()
        if skip(UInt8(ascii: "}")) { return JSONObject(unique: members) }
        repeat {
            skipBlanks()
            let name = try name(after: members, &names)
            try colon()
            members.append(JSONObject.Member(name: name, value: try value()))
            skipBlanks()
        } while skip(UInt8(ascii: ","))
        try expect(UInt8(ascii: "}"))
        return JSONObject(unique: members)
    }

    private mutating func name(
        after members: [JSONObject.Member], _ names: inout Names
    ) throws(JSONSyntaxError) -> String {
        let first = position
        guard try current() == UInt8(ascii: "\"") else { throw error(.unexpectedByte) }
        guard memberCount < limits.members else { throw error(.tooManyMembers) }
        memberCount += 1
        let name = try string()
        guard names.isNew(name, after: members) else { throw error(.duplicateMember, at: first) }
        return name
    }

    private mutating func colon() throws(JSONSyntaxError) {
        skipBlanks()
        try expect(UInt8(ascii: ":"))
        skipBlanks()
    }
}
