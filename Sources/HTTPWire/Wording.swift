/// One text in the two languages of the interface.
package struct Wording: Hashable, Sendable {
    /// The text for `de`.
    package let german: String
    /// The text for `en`.
    package let english: String

    init(_ german: String, _ english: String) {
        self.german = german
        self.english = english
    }
}

extension WireError {
    /// The short, constant name of the problem.
    package var title: Wording {
        switch self {
        case .requestMalformed: Wording("Anfrage nicht lesbar", "Request not readable")
        case .framingInvalid: Wording("Nachrichtenlänge widersprüchlich", "Message length ambiguous")
        case .hostInvalid: Wording("Host-Angabe ungültig", "Host header invalid")
        case .requestTimeout: Wording("Anfrage zu langsam", "Request too slow")
        case .contentTooLarge: Wording("Inhalt zu groß", "Content too large")
        case .uriTooLong: Wording("Adresse zu lang", "URI too long")
        case .expectationFailed: Wording("Erwartung unbekannt", "Expectation unknown")
        case .misdirectedRequest: Wording("Falscher Server", "Misdirected request")
        case .headersTooLarge: Wording("Kopfzeilen zu groß", "Header fields too large")
        case .methodUnknown: Wording("Methode unbekannt", "Method unknown")
        case .transferCodingUnknown:
            Wording("Übertragungskodierung unbekannt", "Transfer coding unknown")
        case .httpVersionUnsupported:
            Wording("HTTP-Version nicht unterstützt", "HTTP version not supported")
        }
    }

    /// One sentence on what to change.
    package var detail: Wording {
        switch self {
        case .requestMalformed:
            Wording(
                "Anfragezeile, Adresse oder eine Kopfzeile entspricht nicht der HTTP/1.1-Syntax.",
                "The request line, the target or a header field does not follow the syntax of HTTP/1.1.")
        case .framingInvalid:
            Wording(
                "Content-Length, Transfer-Encoding oder ein Datenblock ist ungültig oder widersprüchlich.",
                "Content-Length, Transfer-Encoding or a chunk is invalid or contradictory.")
        case .hostInvalid:
            Wording(
                "Genau eine gültige Host-Kopfzeile ist nötig.",
                "Exactly one valid Host header field is needed.")
        case .requestTimeout:
            Wording(
                "Die Anfrage war nicht rechtzeitig vollständig.",
                "The request was not complete in time.")
        case .contentTooLarge:
            Wording(
                "Der Inhalt der Anfrage überschreitet die erlaubte Größe.",
                "The content of the request exceeds the permitted size.")
        case .uriTooLong:
            Wording(
                "Die Adresse der Anfrage überschreitet die erlaubte Länge.",
                "The target of the request exceeds the permitted length.")
        case .expectationFailed:
            Wording(
                "In Expect wird nur 100-continue verstanden.",
                "Only 100-continue is understood in Expect.")
        case .misdirectedRequest:
            Wording(
                "Dieser Server ist für den genannten Host nicht zuständig.",
                "This server is not responsible for the host named.")
        case .headersTooLarge:
            Wording(
                "Die Kopfzeilen überschreiten die erlaubte Größe oder Anzahl.",
                "The header fields exceed the permitted size or number.")
        case .methodUnknown:
            Wording(
                "Die Methode der Anfrage ist nicht registriert.",
                "The method of the request is not registered.")
        case .transferCodingUnknown:
            Wording(
                "In Transfer-Encoding wird nur chunked verstanden.",
                "Only chunked is understood in Transfer-Encoding.")
        case .httpVersionUnsupported:
            Wording(
                "Dieser Server spricht HTTP/1.1.",
                "This server speaks HTTP/1.1.")
        }
    }
}
