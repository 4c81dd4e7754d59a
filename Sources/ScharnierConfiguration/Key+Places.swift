/// Where the service is, who may reach it, and how it speaks.
extension Key {
    static let places: [Key] = [
        .text(
            "db", \.db, "Datei der Datenbank; `scharnier init` legt sie an.",
            "Database file; `scharnier init` makes it."),
        .endpoint(
            "listen", \.listen,
            "Adresse und Port der API. Auf Loopback erreicht sie nur, wer schon auf der Maschine ist: ein Proxy.",
            "Address and port of the API. On loopback only who is on the machine reaches it: a proxy."),
        .boolean(
            "allow_plaintext", \.allowsPlaintext,
            "Ob unverschlüsselt auch anders als auf Loopback angeboten wird; nur in einem Netz, dem man ganz vertraut.",
            "Whether plain text is offered beyond loopback; only in a network that is wholly trusted."),
        .text(
            "public_url", \.publicURL,
            "Öffentlicher Ursprung für Verweise, etwa https://api.example.org; leer: aus `listen`.",
            "Public origin for links, as https://api.example.org; empty: made from `listen`."),
        .list(
            "hosts", \.hosts,
            "Namen, unter denen der Dienst antwortet; jeder andere bekommt 421. Leer: alle.",
            "Names the service answers to; any other gets 421. Empty: all."),
        .origins(
            "cors_origins",
            "Ursprünge, deren Seiten die API aus dem Browser aufrufen, etwa https://portal.example.org; \"*\": alle, nur lesend und ohne Token.",
            "Origins whose pages call the API from a browser, as https://portal.example.org; \"*\": all, to read only and without a token."
        ),
        .proxies(
            "trusted_proxies",
            "Proxys, deren X-Forwarded-For und X-Forwarded-Proto gelten; von allen anderen werden sie übergangen.",
            "Proxies whose X-Forwarded-For and X-Forwarded-Proto count; from anyone else they are ignored."
        ).reloadable,
        .endpoint(
            "metrics_listen", \.metricsListen,
            "Eigene Adresse für /metrics ohne Token, etwa 127.0.0.1:9464; leer: nur an der API, mit Scope metrics:read.",
            "Address of its own for /metrics without a token, as 127.0.0.1:9464; empty: at the API only, with metrics:read."
        ),
        .text(
            "control_socket", \.controlSocket,
            "Unix-Socket für `scharnier token` bei laufendem Dienst, nur für root und dessen Nutzer; leer: neben der Datenbank.",
            "Unix socket for `scharnier token` while the service runs, only for root and its user; empty: beside the database."
        ),
        .choice(
            "default_language", \.defaultLanguage,
            "Sprache der Antworten an Aufrufer, die keine nennen.",
            "Language of answers to callers who name none."),
        .choice(
            "log_level", \.logLevel,
            "Das Unwichtigste, das protokolliert wird; debug nennt nichts Persönliches, ist aber viel.",
            "The least that is logged; debug tells nothing personal, but much."
        ).reloadable,
    ]
}
