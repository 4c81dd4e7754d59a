/// The place of a value in a document, as a URI fragment (RFC 6901 §6): `#/items/0/quantity`.
package struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
    /// The pointer as written in a problem, percent-encoded.
    package let description: String

    /// The whole document.
    package static let root = JSONPointer(description: "#")

    private init(description: String) {
        self.description = description
    }

    /// The member `name` of the object here.
    package func appending(_ name: String) -> JSONPointer {
        var text = description
        text += "/"
        for byte in name.utf8 { Self.append(byte, to: &text) }
        return JSONPointer(description: text)
    }

    /// The element `index` of the array here, counted from 0.
    package func appending(index: Int) -> JSONPointer {
        JSONPointer(description: description + "/" + String(index))
    }

    /// Writes `~` and `/` as RFC 6901 §3 says, and percent-encodes what a fragment cannot hold.
    private static func append(_ byte: UInt8, to text: inout String) {
        switch Unicode.Scalar(byte) {
        case "~": text += "~0"
        case "/": text += "~1"
        case let scalar where isAllowedInFragment(scalar): text.unicodeScalars.append(scalar)
        default: text += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
        }
    }

    /// Whether RFC 3986 §3.5 lets a fragment hold `scalar` as it is; `~` and `/` are dealt with before.
    private static func isAllowedInFragment(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_": true
        case "!", "$", "&", "'", "(", ")", "*", "+", ",", ";", "=", ":", "@", "?": true
        default: false
        }
    }
}
