import HTTPWire
import Scharnier

extension WireError {
    /// What the caller can do about it, for the page about it.
    var remedy: Wording {
        switch self {
        case .requestMalformed:
            Wording(
                "Eine übliche HTTP-Bibliothek verwenden und Adressen prozentkodieren.",
                "Use a common HTTP library, and percent-encode addresses.")
        case .framingInvalid:
            Wording(
                "Die Länge nur einmal angeben: entweder Content-Length oder Transfer-Encoding: chunked.",
                "State the length once only: either Content-Length or Transfer-Encoding: chunked.")
        case .hostInvalid:
            Wording(
                "Genau eine Kopfzeile Host mit dem Namen dieses Dienstes senden.",
                "Send exactly one Host field with the name of this service.")
        case .requestTimeout:
            Wording(
                "Die Anfrage in einem Zug senden; große Inhalte über eine schnellere Verbindung.",
                "Send the request in one go; large contents over a faster connection.")
        case .contentTooLarge:
            Wording(
                "Weniger auf einmal senden; /v1/meta nennt die Grenze.",
                "Send less at once; /v1/meta tells the limit.")
        case .uriTooLong:
            Wording("Weniger Werte je Filter angeben.", "Give fewer values in each filter.")
        case .expectationFailed:
            Wording("Expect weglassen oder 100-continue senden.", "Leave out Expect, or send 100-continue.")
        case .misdirectedRequest:
            Wording(
                "Den Namen verwenden, unter dem dieser Dienst bekannt ist.",
                "Use the name under which this service is known.")
        case .headersTooLarge:
            Wording("Weniger und kürzere Kopfzeilen senden.", "Send fewer and shorter header fields.")
        case .methodUnknown:
            Wording(
                "GET, POST, PUT, PATCH oder DELETE verwenden, wie der Vertrag es nennt.",
                "Use GET, POST, PUT, PATCH or DELETE, as the contract says.")
        case .transferCodingUnknown:
            Wording(
                "Transfer-Encoding weglassen oder nur chunked verwenden.",
                "Leave out Transfer-Encoding, or use chunked alone.")
        case .httpVersionUnsupported:
            Wording("Mit HTTP/1.1 anfragen.", "Ask with HTTP/1.1.")
        }
    }
}
