/// Writes an HTML document into a byte buffer (html.spec.whatwg.org): every text and value escaped, every element closed.
///
/// That elements stand where they may is the caller's affair.
package struct HTMLWriter: Sendable {
    /// What has been written so far.
    package private(set) var bytes: [UInt8]

    /// Names and values of attributes, in their order.
    package typealias Attributes = KeyValuePairs<StaticString, String>

    /// The begin of a document with the document type that keeps browsers from guessing.
    package init() { bytes = Array("<!DOCTYPE html>\n".utf8) }

    /// Writes an element and what `body` writes inside.
    package mutating func element(
        _ name: StaticString, _ attributes: Attributes = [:], _ body: (inout HTMLWriter) -> Void
    ) {
        open(name, attributes)
        body(&self)
        bytes += "</".utf8
        append(name)
        bytes.append(UInt8(ascii: ">"))
    }

    /// Writes an element that holds a text.
    package mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
        element(name, attributes) { $0.text(text) }
    }

    /// Writes an element without content and without end tag (void elements, §13.1.2): `meta`, `link`, `br`, `hr`.
    package mutating func void(_ name: StaticString, _ attributes: Attributes = [:]) {
        open(name, attributes)
    }

    /// Writes a text.
    package mutating func text(_ text: String) { escape(text) }

    private mutating func open(_ name: StaticString, _ attributes: Attributes) {
        bytes.append(UInt8(ascii: "<"))
        append(name)
        for (name, value) in attributes {
            bytes.append(UInt8(ascii: " "))
            append(name)
            bytes += "=\"".utf8
            escape(value)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func append(_ name: StaticString) {
        name.withUTF8Buffer { name in unsafe bytes.append(contentsOf: name) }
    }

    /// Writes a text so that nothing in it is read as markup, neither between tags nor in an attribute (§13.3).
    private mutating func escape(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            default: bytes.append(byte)
            }
        }
    }
}
