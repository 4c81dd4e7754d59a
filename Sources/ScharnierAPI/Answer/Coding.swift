import Gzip
import HTTPWire

/// How content is coded on its way (RFC 9110 §8.4).
enum Coding: Sendable {
    case identity, gzip

    /// Content from which on it is worth while (api.md §13).
    private static let shortest = 1024

    /// How content of so many bytes is sent to somebody who accepts these codings.
    init(accepting field: ArraySlice<UInt8>?, length: Int) {
        guard let field, length > 0 else {
            self = .identity
            return
        }
        let wish = AcceptedCodings(field)
        let isWorthWhile = length >= Self.shortest || wish.identity == 0
        self = wish.prefersGzip && isWorthWhile ? .gzip : .identity
    }

    /// The character that stands for it in an entity tag: tags of different codings differ (RFC 9110 §8.8.3.3).
    var mark: Character { self == .gzip ? "g" : "0" }
}

/// The weights in `Accept-Encoding`, in thousandths (RFC 9110 §12.5.3).
struct AcceptedCodings: Equatable {
    private(set) var gzip: Int?
    private(set) var identity: Int?
    private var others: Int?

    /// Reads the field; what is no weight counts as none, so that nobody gets what was not asked for.
    init(_ field: ArraySlice<UInt8>) {
        for part in field.split(separator: UInt8(ascii: ",")) {
            let pieces = part.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            let name = String(decoding: pieces.first ?? [], as: UTF8.self)[...].trimmingBlanks.lowercased()
            let weight = pieces.dropFirst().first.map(QualityValue.thousandths) ?? 1000
            switch name {
            case "gzip", "x-gzip": gzip = weight
            case "identity": identity = weight
            case "*": others = weight
            default: break
            }
        }
    }

    /// Whether gzip may be sent, and is wanted at least as much as plain content.
    var prefersGzip: Bool {
        let gzip = gzip ?? others ?? 0
        return gzip > 0 && gzip >= identity ?? 0
    }
}

/// A quality value (RFC 9110 §12.4.2).
enum QualityValue {
    /// The weight in `q=0.5`, in thousandths; 0 for anything else.
    static func thousandths(_ parameter: ArraySlice<UInt8>) -> Int {
        let text = parameter.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
        guard text.count >= 3, text[0] | 0x20 == UInt8(ascii: "q"), text[1] == UInt8(ascii: "=") else {
            return 0
        }
        var value = 0
        var scale = 1000
        for (place, byte) in text.dropFirst(2).enumerated() {
            if place == 1, byte == UInt8(ascii: ".") { continue }
            guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte, scale > 0, place != 1 else { return 0 }
            value += Int(byte - UInt8(ascii: "0")) * scale
            scale /= 10
        }
        return value <= 1000 ? value : 0
    }
}
