extension JSONWriter {
    /// Writes the member `name` with `value`: an object of its own, an array, an optional of either.
    ///
    /// The forms below do the same for the most frequent types, without the cost of a protocol.
    package mutating func member(_ name: StaticString, _ value: some JSONWritable) {
        self.name(name)
        value.write(to: &self)
    }

    /// Writes the member `name` with a string.
    package mutating func member(_ name: StaticString, _ value: String) {
        self.name(name)
        text(value)
    }

    /// Writes the member `name` with a string, or `null` for none.
    package mutating func member(_ name: StaticString, _ value: String?) {
        self.name(name)
        if let value { text(value) } else { null() }
    }

    /// Writes the member `name` with an integer.
    package mutating func member(_ name: StaticString, _ value: Int64) {
        self.name(name)
        integer(value)
    }

    /// Writes the member `name` with an integer.
    package mutating func member(_ name: StaticString, _ value: Int) {
        self.name(name)
        integer(Int64(value))
    }

    /// Writes the member `name` with `true` or `false`.
    package mutating func member(_ name: StaticString, _ value: Bool) {
        self.name(name)
        literal(value ? "true" : "false")
    }
}

extension JSONWriter {
    /// Writes the member `name` with bytes that already are one JSON value.
    package mutating func member(_ name: StaticString, raw encoded: [UInt8]) {
        self.name(name)
        raw(encoded)
    }

    /// Writes the member `name` with an object whose members `body` writes.
    package mutating func memberObject(
        _ name: StaticString, _ body: (inout JSONWriter) throws -> Void
    ) rethrows {
        self.name(name)
        try object(body)
    }

    /// Writes the member `name` with an array whose elements `body` writes.
    package mutating func memberArray(
        _ name: StaticString, _ body: (inout JSONWriter) throws -> Void
    ) rethrows {
        self.name(name)
        try array(body)
    }

    /// Writes the member `name`, known only at run time, with `value`.
    package mutating func member(named name: String, _ value: some JSONWritable) {
        self.name(escaping: name)
        value.write(to: &self)
    }
}

extension JSONWriter {
    /// Writes `name`, which must need no escape (ASCII letters, digits, `_`).
    ///
    /// Its value comes next.
    package mutating func name(_ name: StaticString) {
        // Safe because the bytes of a StaticString live as long as the process.
        let text = unsafe Span(_unsafeStart: name.utf8Start, count: name.utf8CodeUnitCount)
        element(reserving: text.count + 3) { output in
            output.append(UInt8(ascii: "\""))
            output.append(text)
            output.append(UInt8(ascii: "\""))
            output.append(UInt8(ascii: ":"))
        }
        needsComma = false
    }

    /// Writes `name`, whatever characters it has.
    ///
    /// Its value comes next.
    package mutating func name(escaping name: String) {
        text(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }
}
