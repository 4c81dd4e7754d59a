import HTTPServer

/// How long the steps of a connection may take.
extension Key {
    static let deadlines: [Key] = [
        .time(
            "head_seconds", \.server.timeLimits.head, 1...120,
            "Vom ersten bis zum letzten Byte eines Kopfes; tröpfelnde Bytes verlängern es nicht.",
            "From the first to the last byte of a head; dripping bytes do not extend it."),
        .time(
            "silent_seconds", \.server.timeLimits.silent, 1...600,
            "Bis zum ersten Byte einer neuen Verbindung; Browser verbinden sich auf Vorrat.",
            "Until the first byte of a new connection; browsers connect early."),
        .time(
            "body_seconds", \.server.timeLimits.body, 1...600,
            "Für den ganzen Inhalt einer Anfrage.", "For the whole content of a request."),
        .integer(
            "minimum_rate_bytes", \.server.timeLimits.minimumRate, 1...1_000_000,
            "Bytes je Sekunde, die Inhalt und Antworten im Mittel erreichen müssen.",
            "Bytes a second that content and answers have to reach on average."),
        .time(
            "rate_grace_seconds", \.server.timeLimits.rateGrace, 1...60,
            "So lange dürfen sie langsamer sein.", "How long they may be slower."),
        .time(
            "answer_seconds", \.server.timeLimits.answer, 1...600,
            "Von einer Anfrage bis zu ihrer Antwort; danach 503, der Ausgang eines Schreibens ist dann ungewiss.",
            "From a request to its answer; then 503, and the outcome of a write is unknown."),
        .time(
            "send_stall_seconds", \.server.timeLimits.sendStall, 1...600,
            "Ohne jeden Fortschritt beim Senden; langsame Leser halten Speicher fest.",
            "Without any progress in sending; slow readers hold memory."),
        .time(
            "keep_alive_seconds", \.server.timeLimits.keepAlive, 1...3_600,
            "Von einer Antwort bis zur nächsten Anfrage auf derselben Verbindung.",
            "From an answer to the next request on the same connection."),
        .time(
            "drain_seconds", \.server.timeLimits.drain, 1...300,
            "Zum Beenden; kürzer als die 30 s, die systemd wartet.",
            "For ending; shorter than the 30 s that systemd waits."),
    ]
}
