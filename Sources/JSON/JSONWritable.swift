/// A type that writes itself as one JSON value.
package protocol JSONWritable {
    /// Writes exactly one value.
    func write(to writer: inout JSONWriter)
}

extension String: JSONWritable {
    /// Writes a string.
    package func write(to writer: inout JSONWriter) {
        writer.text(self)
    }
}

extension Int64: JSONWritable {
    /// Writes an integer.
    package func write(to writer: inout JSONWriter) {
        writer.integer(self)
    }
}

extension Int: JSONWritable {
    /// Writes an integer.
    package func write(to writer: inout JSONWriter) {
        writer.integer(Int64(self))
    }
}

extension Bool: JSONWritable {
    /// Writes `true` or `false`.
    package func write(to writer: inout JSONWriter) {
        writer.literal(self ? "true" : "false")
    }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
    /// Writes the value, or `null` for none.
    package func write(to writer: inout JSONWriter) {
        if let value = self { value.write(to: &writer) } else { writer.null() }
    }
}

extension Array: JSONWritable where Element: JSONWritable {
    /// Writes an array.
    package func write(to writer: inout JSONWriter) {
        writer.array { writer in
            for element in self { element.write(to: &writer) }
        }
    }
}

extension JSONValue: JSONWritable {
    /// Writes the value so that reading gives it back.
    package func write(to writer: inout JSONWriter) {
        switch self {
        case .null: writer.null()
        case .bool(let value): value.write(to: &writer)
        case .integer(let value): value.write(to: &writer)
        case .number(let text): writer.literal(text)
        case .string(let text): text.write(to: &writer)
        case .array(let elements): elements.write(to: &writer)
        case .object(let object): object.write(to: &writer)
        }
    }
}

extension JSONObject: JSONWritable {
    /// Writes the members in their order.
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            for member in members { writer.member(named: member.name, member.value) }
        }
    }
}

extension JSONPointer: JSONWritable {
    /// Writes the pointer as a string.
    package func write(to writer: inout JSONWriter) {
        description.write(to: &writer)
    }
}
