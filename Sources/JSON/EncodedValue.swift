/// A JSON value that a ``JSONWriter`` has written, taken apart without reading what is in it.
///
/// It trusts its bytes: no blanks, and every bracket and string has its end. What comes from outside is read by
/// ``JSONValue``.
package struct EncodedValue: Sendable {
    /// The bytes of the value.
    package let bytes: ArraySlice<UInt8>

    /// A value that was written here.
    package init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    /// The members of an object in their order, each with its name as it is written; of anything else none.
    package var members: [(name: ArraySlice<UInt8>, value: EncodedValue)] {
        guard bytes.first == UInt8(ascii: "{") else { return [] }
        var members: [(ArraySlice<UInt8>, EncodedValue)] = []
        var start = bytes.startIndex + 1
        while start < bytes.endIndex, bytes[start] != UInt8(ascii: "}") {
            let colon = end(from: start)
            let end = end(from: min(colon + 1, bytes.endIndex))
            members.append((bytes[start..<colon].dropFirst().dropLast(), part(colon + 1, end)))
            start = max(next(after: end), start + 1)
        }
        return members
    }

    /// The elements of an array in their order; of anything else none.
    package var elements: [EncodedValue] {
        guard bytes.first == UInt8(ascii: "[") else { return [] }
        var elements: [EncodedValue] = []
        var start = bytes.startIndex + 1
        while start < bytes.endIndex, bytes[start] != UInt8(ascii: "]") {
            let end = end(from: start)
            elements.append(part(start, end))
            start = max(next(after: end), start + 1)
        }
        return elements
    }

    /// The text of a string without escapes, as identifiers are; `nil` for anything else.
    package var plainText: String? {
        guard bytes.count >= 2, bytes.first == UInt8(ascii: "\""), !bytes.contains(UInt8(ascii: "\\")) else {
            return nil
        }
        return String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
    }

    /// Whether it is `null`.
    package var isNull: Bool { bytes.elementsEqual("null".utf8) }

    private func part(_ start: Int, _ end: Int) -> EncodedValue {
        EncodedValue(bytes[min(start, end)..<end])
    }

    private func next(after end: Int) -> Int {
        end < bytes.endIndex && bytes[end] == UInt8(ascii: ",") ? end + 1 : end
    }

    /// Where the value or name ends that begins at `start`.
    private func end(from start: Int) -> Int {
        var index = start
        var depth = 0
        while index < bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                index = endOfString(from: index)
                if depth == 0 { return index }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return index }
                depth -= 1
                if depth == 0 { return index + 1 }
            case UInt8(ascii: ",") where depth == 0: return index
            default: break
            }
            index += 1
        }
        return index
    }

    private func endOfString(from start: Int) -> Int {
        var index = start + 1
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "\"") { return index + 1 }
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return bytes.endIndex
    }
}
