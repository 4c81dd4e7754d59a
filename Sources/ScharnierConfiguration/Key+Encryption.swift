import HTTPServer

/// With what connections to the API are encrypted.
extension Key {
    static let encryption: [Key] = [
        .text(
            "tls_cert", \.tlsCertificate,
            "Zertifikat mit Kette in PEM; damit spricht `listen` TLS. Leer: Klartext. SIGHUP liest es neu.",
            "Certificate with chain in PEM; with it `listen` speaks TLS. Empty: plain text. SIGHUP reads it again."
        ).reloadable,
        .text(
            "tls_key", \.tlsKey,
            "Schlüssel zum Zertifikat in PEM; nur der Besitzer darf die Datei lesen.",
            "The certificate's key in PEM; only the owner may read the file."
        ).secretFile.reloadable,
        .choice(
            "tls_min", \.tlsMinimum,
            "Älteste Version von TLS; 1.2 nur für Geräte, die 1.3 nicht können.",
            "Oldest version of TLS; 1.2 only for devices that do not know 1.3."),
        .time(
            "tls_handshake_seconds", \.server.timeLimits.handshake, 1...120,
            "Vom Verbinden bis zum Ende des Handshakes.", "From connecting to the end of the handshake."),
    ]
}
