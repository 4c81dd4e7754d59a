import HTTPServer

/// How many of everything at a time.
extension Key {
    static let crowds: [Key] = [
        .integer(
            "event_loops", \.eventLoops, 0...256,
            "Fäden, die Verbindungen bedienen; 0: so viele wie Kerne.",
            "Threads that serve connections; 0: as many as cores."),
        .integer(
            "connections", \.server.connections, 16...100_000,
            "Offene Verbindungen; jede braucht einen Deskriptor.",
            "Open connections; each takes a descriptor."),
        .integer(
            "connections_per_address", \.server.connectionsPerAddress, 1...100_000,
            "Offene Verbindungen von einer Adresse: niemand nimmt alle.",
            "Open connections from one address: nobody takes all."),
        .integer(
            "requests_in_work", \.server.requestsInWork, 1...100_000,
            "Anfragen in Arbeit; weitere bekommen gleich 503, nur /healthz und /readyz nicht.",
            "Requests in work; others get 503 at once, only /healthz and /readyz do not."),
        .integer(
            "requests_per_connection", \.server.requestsPerConnection, 1...1_000_000,
            "Danach schließt eine Verbindung; verteilt die Last nach einem Neustart.",
            "After so many a connection closes; spreads load after a restart."),
    ]
}
