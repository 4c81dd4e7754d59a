/// A field section: names and values in the order of arrival (RFC 9110 §5).
///
/// All octets lie in one buffer, and an index says where each field is in it; reading a value copies nothing.
/// For a message that is built here, the buffer is exactly what goes out.
package struct Fields: Sendable {
    struct Entry: Sendable {
        var nameStart: UInt32
        var nameEnd: UInt32
        var valueStart: UInt32
        var valueEnd: UInt32

        var name: Range<Int> { Int(nameStart)..<Int(nameEnd) }
        var value: Range<Int> { Int(valueStart)..<Int(valueEnd) }

        func moved(by shift: UInt32) -> Entry {
            Entry(
                nameStart: nameStart + shift, nameEnd: nameEnd + shift, valueStart: valueStart + shift,
                valueEnd: valueEnd + shift)
        }
    }

    private(set) var bytes: [UInt8]
    private(set) var entries: [Entry]

    /// An empty section.
    package init() {
        bytes = []
        entries = []
    }

    /// A section that was read; `entries` point into `bytes`.
    init(bytes: [UInt8], entries: [Entry]) {
        self.bytes = bytes
        self.entries = entries
    }

    /// The number of fields.
    package var count: Int { entries.count }

    /// Whether there is no field.
    package var isEmpty: Bool { entries.isEmpty }

    /// The value of the first field of this name.
    package func first(_ name: FieldName) -> ArraySlice<UInt8>? {
        for entry in entries where matches(entry, name) { return value(of: entry) }
        return nil
    }

    /// The value of the first field of this name as text; octets that are not UTF-8 become U+FFFD.
    package func string(_ name: FieldName) -> String? {
        first(name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The values of all fields of this name, in order.
    package func all(_ name: FieldName) -> [ArraySlice<UInt8>] {
        entries.filter { matches($0, name) }.map(value(of:))
    }

    /// How many fields have this name: more than one is an error for most names.
    package func count(of name: FieldName) -> Int {
        entries.count { matches($0, name) }
    }

    /// The name and value at a position, 0 ..< ``count``.
    package subscript(index: Int) -> (name: ArraySlice<UInt8>, value: ArraySlice<UInt8>) {
        let entry = entries[index]
        return (bytes[entry.name], value(of: entry))
    }

    private func value(of entry: Entry) -> ArraySlice<UInt8> {
        bytes[entry.value]
    }

    private func matches(_ entry: Entry, _ name: FieldName) -> Bool {
        let wanted = name.text.utf8.span
        guard entry.name.count == wanted.count else { return false }
        let octets = bytes.span.extracting(entry.name)
        for index in wanted.indices
        where Octets.lowercased(octets[index]) != Octets.lowercased(wanted[index]) { return false }
        return true
    }
}

extension Fields {
    /// Appends a field whose value is known to be valid.
    package mutating func append(_ name: FieldName, _ value: FieldValue) {
        appendChecked(name, value.bytes)
    }

    /// Appends a field from octets that come from outside.
    ///
    /// - Throws: ``InvalidFieldValue``; the section is then unchanged.
    package mutating func append(
        _ name: FieldName, bytes value: ArraySlice<UInt8>
    ) throws(InvalidFieldValue) {
        try FieldValue.check(value.span)
        appendChecked(name, value)
    }

    /// Appends all fields of another section.
    package mutating func append(_ more: Fields) {
        if entries.isEmpty { reserve() }
        let shift = UInt32(bytes.count)
        bytes.append(contentsOf: more.bytes)
        for entry in more.entries { entries.append(entry.moved(by: shift)) }
    }

    private mutating func appendChecked(_ name: FieldName, _ value: some Collection<UInt8>) {
        if entries.isEmpty { reserve() }
        let nameStart = bytes.count
        bytes.append(contentsOf: name.text.utf8)
        let nameEnd = bytes.count
        bytes.append(Octets.colon)
        bytes.append(Octets.space)
        let valueStart = bytes.count
        bytes.append(contentsOf: value)
        let valueEnd = bytes.count
        bytes.append(Octets.carriageReturn)
        bytes.append(Octets.lineFeed)
        entries.append(
            Entry(
                nameStart: UInt32(nameStart), nameEnd: UInt32(nameEnd),
                valueStart: UInt32(valueStart), valueEnd: UInt32(valueEnd)))
    }

    /// Room for the fields that answers usually have.
    private mutating func reserve() {
        bytes.reserveCapacity(512)
        entries.reserveCapacity(8)
    }
}

extension Fields: Equatable {
    /// Equal names (but for case) with equal values, in the same order.
    package static func == (left: Fields, right: Fields) -> Bool {
        left.count == right.count
            && (0..<left.count).allSatisfy { index in
                let (a, b) = (left[index], right[index])
                return a.value == b.value
                    && a.name.elementsEqual(b.name) { Octets.lowercased($0) == Octets.lowercased($1) }
            }
    }
}

extension Fields: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (FieldName, FieldValue)...) {
        self.init()
        for (name, value) in elements { append(name, value) }
    }
}
