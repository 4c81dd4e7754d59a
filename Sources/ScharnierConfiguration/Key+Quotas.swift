import Scharnier

/// How many requests a minute or an hour; a restart begins anew.
extension Key {
    static let quotas: [Key] = [
        .integer(
            "quota_anonymous", \.quotas.anonymous.requests, 0...1_000_000,
            "Anfragen ohne Token je Minute und Adresse (IPv6: je /64); 0: unbegrenzt.",
            "Requests without a token, a minute and address (IPv6: /64); 0: no limit."),
        .integer(
            "quota_token", \.quotas.token.requests, 0...1_000_000,
            "Anfragen je Minute und Token; 0: unbegrenzt.",
            "Requests a minute and token; 0: no limit."),
        .integer(
            "quota_write", \.quotas.write.requests, 0...1_000_000,
            "Davon schreibende; 0: unbegrenzt.",
            "Those of them that write; 0: no limit."),
        .integer(
            "quota_failures", \.quotas.failures.requests, 0...1_000_000,
            "Gescheiterte Anmeldungen je Minute und Adresse, danach 429; gültige Token gehen weiter. 0: unbegrenzt.",
            "Failed authentications a minute and address, then 429; valid tokens pass. 0: no limit."),
        .integer(
            "quota_imports", \.quotas.imports.requests, 0...1_000_000,
            "Einspielungen je Stunde und Organisation; 0: unbegrenzt.",
            "Imports an hour and organisation; 0: no limit."),
        .integer(
            "quota_exports", \.quotas.exports.requests, 0...1_000_000,
            "Ausgaben ganzer Listen je Stunde und Organisation, ohne Token je Adresse; 0: unbegrenzt.",
            "Exports of whole lists an hour and organisation, without a token by address; 0: no limit."),
    ]
}
