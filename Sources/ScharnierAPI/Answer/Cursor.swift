import Digest
import Scharnier

/// Where a list goes on, as the caller holds it: opaque, and of no use for another query (api.md §8).
///
/// Layout: format 1, 8 bytes hash of the query, 8 bytes creation time, 16 bytes id, 8 bytes HMAC-SHA-256.
enum Cursor {
    private static let format: UInt8 = 1
    private static let macLength = 8
    private static let byteCount = 1 + 8 + 8 + 16 + macLength

    static func encoded(_ key: PageKey, of query: String, with instanceKey: [UInt8]) -> String {
        let creation = UInt64(bitPattern: key.createdAt.milliseconds)
        let body =
            [format] + contentHash(Array(query.utf8)).bigEndianBytes + creation.bigEndianBytes
            + key.id.high.bigEndianBytes + key.id.low.bigEndianBytes
        return Base64URL.encoded(body + mac(body, instanceKey))
    }

    /// The key that a cursor holds.
    ///
    /// - Throws: 400 `cursor_invalid` for a forged or damaged one, or one of another query.
    static func decoded(_ text: String, of query: String, with instanceKey: [UInt8]) throws(Problem)
        -> PageKey
    {
        // Four characters for three octets (RFC 4648 §5); whatever else somebody sends is not taken apart.
        guard text.utf8.count == (byteCount * 4 + 2) / 3, let bytes = Base64URL.decoded(text),
            bytes.count == byteCount, bytes[0] == format
        else {
            throw Problem(.cursorInvalid)
        }
        let body = Array(bytes.dropLast(macLength))
        guard isEqualInConstantTime(Array(bytes.suffix(macLength)), mac(body, instanceKey)),
            Array(body[1..<9]) == contentHash(Array(query.utf8)).bigEndianBytes
        else { throw Problem(.cursorInvalid) }
        let id = Identifier<PageKey>(high: word(body[17..<25]), low: word(body[25..<33]))
        return PageKey(createdAt: Instant(milliseconds: Int64(bitPattern: word(body[9..<17]))), id: id)
    }

    private static func mac(_ body: [UInt8], _ key: [UInt8]) -> [UInt8] {
        Array(hmacSHA256(body, key: key).bytes.prefix(macLength))
    }

    private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
