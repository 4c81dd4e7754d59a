import Digest
import Scharnier

/// Where a list goes on, as the caller holds it: opaque, and of no use for another query (api.md §8).
///
/// Layout: format 2, 8 bytes hash of the query, the values of the sort keys, 16 bytes id, 8 bytes HMAC-SHA-256. A value
/// is its kind and nothing more, 8 bytes, or a length and so many bytes of UTF-8.
enum Cursor {
    private static let format: UInt8 = 2
    private static let macLength = 8
    private static let fixedLength = 1 + 8 + 16 + macLength

    /// Characters of a cursor at most (api.md §8): whatever else somebody sends is not taken apart.
    static let longest = 512

    static func encoded(_ key: PageKey, of query: String, with instanceKey: [UInt8]) -> String {
        var body = [format] + contentHash(Array(query.utf8)).bigEndianBytes
        for value in key.values { value.append(to: &body) }
        body += key.id.high.bigEndianBytes + key.id.low.bigEndianBytes
        return Base64URL.encoded(body + mac(body, instanceKey))
    }

    /// The key that a cursor holds.
    ///
    /// - Throws: 400 `cursor_invalid` for a forged or damaged one, or one of another query.
    static func decoded(_ text: String, of query: String, with instanceKey: [UInt8]) throws(Problem)
        -> PageKey
    {
        guard text.utf8.count <= longest, let bytes = Base64URL.decoded(text), bytes.count >= fixedLength,
            bytes[0] == format
        else {
            throw Problem(.cursorInvalid)
        }
        let body = bytes.dropLast(macLength)
        guard isEqualInConstantTime(Array(bytes.suffix(macLength)), mac(Array(body), instanceKey)),
            Array(body[1..<9]) == contentHash(Array(query.utf8)).bigEndianBytes,
            let values = SortValue.list(body[9..<(body.endIndex - 16)])
        else { throw Problem(.cursorInvalid) }
        let id = body.suffix(16)
        return PageKey(values, id: Identifier<PageKey>(high: word(id.prefix(8)), low: word(id.suffix(8))))
    }

    private static func mac(_ body: [UInt8], _ key: [UInt8]) -> [UInt8] {
        Array(hmacSHA256(body, key: key).bytes.prefix(macLength))
    }

    fileprivate static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
}

extension SortValue {
    fileprivate static let noneKind: UInt8 = 0
    fileprivate static let numberKind: UInt8 = 1
    fileprivate static let textKind: UInt8 = 2

    fileprivate func append(to bytes: inout [UInt8]) {
        switch self {
        case .none: bytes.append(Self.noneKind)
        case .number(let number):
            bytes.append(Self.numberKind)
            bytes += UInt64(bitPattern: number).bigEndianBytes
        case .text(let text):
            // A key has 240 octets at most, so that its length is one.
            bytes += [Self.textKind, UInt8(clamping: text.utf8.count)]
            bytes += text.utf8.prefix(Int(UInt8.max))
        }
    }

    /// The values that stand one behind the other; `nil` if they do not end where the bytes do.
    fileprivate static func list(_ bytes: ArraySlice<UInt8>) -> [SortValue]? {
        var rest = bytes
        var values: [SortValue] = []
        while let kind = rest.popFirst() {
            guard let value = read(kind, from: &rest) else { return nil }
            values.append(value)
        }
        return values
    }

    private static func read(_ kind: UInt8, from rest: inout ArraySlice<UInt8>) -> SortValue? {
        switch kind {
        case noneKind: return SortValue.none
        case numberKind:
            guard let bytes = rest.popFirst(8) else { return nil }
            return .number(Int64(bitPattern: Cursor.word(bytes)))
        case textKind:
            guard let length = rest.popFirst(), let bytes = rest.popFirst(Int(length)) else { return nil }
            return String(validating: bytes, as: UTF8.self).map(SortValue.text)
        default: return nil
        }
    }
}

extension ArraySlice<UInt8> {
    /// Takes the first `count` elements off; `nil` if there are fewer.
    fileprivate mutating func popFirst(_ count: Int) -> ArraySlice<UInt8>? {
        guard self.count >= count else { return nil }
        defer { self = dropFirst(count) }
        return prefix(count)
    }
}
