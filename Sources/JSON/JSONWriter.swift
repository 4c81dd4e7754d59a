/// Writes one JSON text into a byte buffer (RFC 8259): no blanks, UTF-8, `/` as it is.
///
/// Commas are the writer's affair. That names and values alternate inside an object is the caller's.
package struct JSONWriter: Sendable {
    /// What has been written so far.
    package internal(set) var bytes: [UInt8]

    /// Whether the next name or value follows another one in the same array or object.
    var needsComma = false

    /// An empty buffer with room for `capacity` bytes; it grows when they do not suffice.
    package init(capacity: Int = 512) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// Writes an object whose members `body` writes.
    package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
        open(UInt8(ascii: "{"))
        try body(&self)
        close(UInt8(ascii: "}"))
    }

    /// Writes an array whose elements `body` writes.
    package mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
        open(UInt8(ascii: "["))
        try body(&self)
        close(UInt8(ascii: "]"))
    }

    /// Writes `value` as an array element, after a name, or as the whole text.
    package mutating func value(_ value: some JSONWritable) {
        value.write(to: &self)
    }

    /// Writes `null`.
    package mutating func null() {
        literal("null")
    }

    /// Writes bytes that already are one JSON value.
    package mutating func raw(_ encoded: [UInt8]) {
        comma()
        bytes += encoded
    }

    /// Writes bytes that already are one JSON value.
    package mutating func raw(_ encoded: ArraySlice<UInt8>) {
        comma()
        bytes += encoded
    }

    /// Writes a string from what `body` appends, which must need no escape: an id, an instant, hexadecimal.
    package mutating func quoted(_ body: (inout [UInt8]) throws -> Void) rethrows {
        comma()
        bytes.append(UInt8(ascii: "\""))
        try body(&bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a string of the at most `count` bytes that `body` appends, which must need no escape.
    package mutating func quoted(reserving count: Int, _ body: (inout OutputSpan<UInt8>) -> Void) {
        element(reserving: count + 2) { output in
            output.append(UInt8(ascii: "\""))
            body(&output)
            output.append(UInt8(ascii: "\""))
        }
    }

    /// Ends a line of a sequence of texts (`application/x-ndjson`); the next value begins a new one.
    package mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }
}

extension JSONWriter {
    /// Begins an object or array with `bracket`.
    mutating func open(_ bracket: UInt8) {
        comma()
        bytes.append(bracket)
        needsComma = false
    }

    /// Ends an object or array with `bracket`.
    mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    /// Parts what follows from what is before it.
    mutating func comma() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }
}
