extension JSONWriter {
    /// Writes the member `name` with `value`.
    package mutating func member(_ name: StaticString, _ value: some JSONWritable) {
        self.name(name)
        value.write(to: &self)
    }

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
    /// Writes `name`; its value comes next. It must need no escape: ASCII letters, digits, `_`.
    package mutating func name(_ name: StaticString) {
        comma()
        bytes.append(UInt8(ascii: "\""))
        // Safe because the bytes of a StaticString live as long as the process.
        unsafe bytes.append(
            contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes `name`, whatever characters it has; its value comes next.
    package mutating func name(escaping name: String) {
        text(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }
}
