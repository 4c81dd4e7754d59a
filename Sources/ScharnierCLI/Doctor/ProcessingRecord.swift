import Scharnier
import ScharnierStore

/// The record of processing activities (GDPR Article 30), from the register of columns: what is kept cannot differ from it.
struct ProcessingRecord {
    let language: Language
    let rules: RetentionRules

    /// The record as text with headings.
    var text: String {
        let head = Wording(
            "# Verzeichnis der Verarbeitungstätigkeiten (Art. 30 DSGVO)",
            "# Record of processing activities (GDPR Art. 30)")
        let parts = ProcessingActivity.allCases.map { section(of: $0) }
        return ([head.text(in: language)] + parts + [measures]).joined(separator: "\n\n")
    }

    private func section(of activity: ProcessingActivity) -> String {
        let lines: [(Wording, Wording)] = [
            (Wording("Zweck", "Purpose"), activity.purpose),
            (Wording("Rechtsgrundlage", "Lawful basis"), activity.lawfulBasis),
            (Wording("Betroffene", "Data subjects"), activity.persons),
            (Wording("Empfänger", "Recipients"), activity.recipients),
            (Wording("Löschfrist", "Erased after"), activity.retention(by: rules)),
        ]
        let facts = lines.map { "- \($0.text(in: language)): \($1.text(in: language))" }
        let title = "## \(activity.name.text(in: language))"
        return ([title, ""] + facts + data(of: activity)).joined(separator: "\n")
    }

    /// Which columns may be about people, one line for each table and kind.
    private func data(of activity: ProcessingActivity) -> [String] {
        ColumnRegister.tables.filter { $0.activity == activity }.flatMap { table in
            DataKind.allCases.filter(\.isPersonal).compactMap { kind in
                let columns = table.columns.filter { $0.kind == kind }.map(\.name)
                guard !columns.isEmpty else { return nil }
                return "- \(kind.rawValue): \(table.name) (\(columns.joined(separator: ", ")))"
            }
        }
    }

    private var measures: String {
        let text = Wording(
            """
            ## Technische und organisatorische Maßnahmen (Art. 32)

            - Zugang nur mit befristeten Tokens, von denen allein eine Prüfsumme gespeichert wird.
            - Kontakte sieht die andere Seite erst nach beiderseitiger Zusage; jede Weitergabe ist vermerkt.
            - Gelöschtes wird überschrieben, auch im Protokoll der Datenbank; eine Rückspielung löscht es erneut.
            - Keine Übermittlung in Drittländer; das Programm ruft keine Dritten auf.
            """,
            """
            ## Technical and organisational measures (Art. 32)

            - Access only with tokens that expire, of which nothing but a digest is stored.
            - The other side sees contacts only after both agreed; each disclosure is noted.
            - What is erased is overwritten, also in the database's log; a restore erases it again.
            - No transfer to third countries; the program calls no third party.
            """)
        return text.text(in: language)
    }
}
