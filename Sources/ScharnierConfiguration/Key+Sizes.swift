import HTTPServer
import HTTPWire
import JSON

/// How large requests may be.
extension Key {
    static let sizes: [Key] = [
        .integer(
            "target_bytes", \.server.limits.target, 1_024...65_536,
            "Länge der Adresse einer Anfrage; RFC 9112 §3 rät zu mindestens 8000.",
            "Length of a request's target; RFC 9112 §3 recommends at least 8000."),
        .integer(
            "head_bytes", \.server.limits.head, 2_048...262_144,
            "Kopf einer Anfrage; Platz für Adresse, Token und Proxyzeilen.",
            "Head of a request; room for target, token and what proxies add."),
        .integer(
            "head_fields", \.server.limits.fields, 16...1_000,
            "Kopfzeilen einer Anfrage; ehrliche Aufrufer senden unter 40.",
            "Fields of a head; honest callers send fewer than 40."),
        .integer(
            "body_bytes", \.server.limits.body, 16_384...33_554_432,
            "Inhalt einer Anfrage; der längste Bedarf braucht keine 100 KiB.",
            "Content of a request; the longest need takes less than 100 KiB."),
        .integer(
            "json_depth", \.json.depth, 8...256,
            "Ineinander liegende Objekte und Listen; begrenzt den Stapel.",
            "Objects and arrays inside one another; bounds the stack."),
        .integer(
            "json_members", \.json.members, 100...1_000_000,
            "Angaben eines JSON-Dokuments.", "Members of one JSON document."),
        .integer(
            "json_string_bytes", \.json.stringBytes, 16_384...1_048_576,
            "Länge eines Textes in JSON.", "Length of one text in JSON."),
        .integer(
            "json_elements", \.json.elements, 100...100_000,
            "Elemente einer Liste in JSON.", "Elements of one array in JSON."),
    ]
}
