import HTTPWire
import Scharnier
import ScharnierConfiguration
import ScharnierStore

/// Settings that are permitted and still deserve a word.
extension Examination {
    static func settings(_ loaded: Loaded) -> [Finding] {
        let configuration = loaded.configuration
        let doubts =
            variables(loaded) + reach(configuration) + names(configuration) + disk(doubtful: configuration)
        return doubts.isEmpty ? [.good("settings", "ohne Bedenken.", "without doubt.")] : doubts
    }

    private static func variables(_ loaded: Loaded) -> [Finding] {
        loaded.unknownVariables.map { name in
            .bad(
                "settings", Wording("\(name) setzt nichts.", "\(name) sets nothing."),
                remedy: Wording("Schreibweise prüfen oder entfernen.", "Check the spelling or remove it."))
        }
    }

    private static func reach(_ configuration: Configuration) -> [Finding] {
        guard configuration.allowsPlaintext else { return [] }
        return [
            .bad(
                "settings",
                Wording(
                    "allow_plaintext: Tokens gehen lesbar übers Netz.",
                    "allow_plaintext: tokens cross the network readably."),
                remedy: Wording(
                    "Einen Proxy mit TLS davorsetzen (deploy/nginx.conf).",
                    "Put a proxy with TLS in front (deploy/nginx.conf)."))
        ]
    }

    private static func names(_ configuration: Configuration) -> [Finding] {
        var findings: [Finding] = []
        let isEncrypted = configuration.publicURL.hasPrefix("https://")
        if !configuration.publicURL.isEmpty, !isEncrypted {
            findings.append(
                .bad(
                    "settings",
                    Wording("public_url ist nicht https.", "public_url is not https."),
                    remedy: Wording("Nach außen nur verschlüsselt anbieten.", "Offer it encrypted only.")))
        }
        if isEncrypted, configuration.listen.isLoopback, configuration.trustedProxies == TrustedProxies() {
            findings.append(
                .bad(
                    "settings",
                    Wording(
                        "Ein Proxy steht davor, aber keinem wird getraut.",
                        "A proxy is in front, but none is trusted."),
                    remedy: Wording(
                        "trusted_proxies = [\"127.0.0.1\"] setzen.", "Set trusted_proxies = [\"127.0.0.1\"].")
                ))
        }
        if isEncrypted, configuration.hosts.isEmpty {
            findings.append(
                .bad(
                    "settings",
                    Wording(
                        "hosts ist leer: jeder Name wird beantwortet.",
                        "hosts is empty: any name is answered."),
                    remedy: Wording(
                        "hosts auf den öffentlichen Namen setzen.", "Set hosts to the public name.")))
        }
        return findings
    }

    private static func disk(doubtful configuration: Configuration) -> [Finding] {
        var findings: [Finding] = []
        if configuration.floors.freeBytes == 0 {
            findings.append(
                .bad(
                    "settings", Wording("disk_floor_mib ist 0.", "disk_floor_mib is 0."),
                    remedy: Wording(
                        "Eine Grenze setzen, damit Löschen möglich bleibt.",
                        "Set a floor, so that deleting stays possible.")))
        }
        if configuration.allowsNetworkFileSystem {
            findings.append(
                .bad(
                    "settings", Wording("allow_network_fs ist an.", "allow_network_fs is on."),
                    remedy: Wording(
                        "Die Datenbank auf eine örtliche Platte legen.", "Move the database to a local disk.")
                ))
        }
        return findings
    }
}
