import JSON
import Scharnier

/// The rows of a file with one JSON object a line (NDJSON).
///
/// Empty lines are passed over but counted, and so is the last line of an export, which says that it is whole.
struct LineRows: Sendable {
    private let bytes: [UInt8]
    private var position: Int
    private var number = 0

    init(_ bytes: [UInt8], from position: Int) {
        self.bytes = bytes
        self.position = position
    }

    mutating func next() -> ImportRow? {
        while position < bytes.count {
            let line = nextLine()
            number += 1
            guard !line.allSatisfy(Self.isBlank) else { continue }
            guard line.count <= ImportLimits.rowBytes else { return .tooLong(number) }
            if let row = row(line) { return row }
        }
        return nil
    }

    private mutating func nextLine() -> ArraySlice<UInt8> {
        let rest = bytes[position...]
        let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
        position = end + 1
        return rest[..<end]
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }

    /// The row that a line is; nil for the end of an export.
    private func row(_ line: ArraySlice<UInt8>) -> ImportRow? {
        do {
            guard case .object(let object) = try JSONValue(parsing: Array(line)) else {
                return .unreadable(
                    number, .wrongType, Wording("Erwartet wird ein Objekt.", "An object is expected."))
            }
            if object["_end"] == .bool(true) { return nil }
            return ImportRow(number: number, content: .object(object, .line))
        } catch {
            return .unreadable(
                number, .badFormat,
                Wording(
                    "Kein JSON, Fehler bei Byte \(error.offset): \(error.reason).",
                    "No JSON, error at byte \(error.offset): \(error.reason)."))
        }
    }
}
