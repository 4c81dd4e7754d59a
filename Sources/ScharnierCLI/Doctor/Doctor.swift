import ArgumentParser
import Scharnier
import ScharnierConfiguration

/// `scharnier doctor`: looks at what surrounds the service, and says how to mend what it finds.
struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Untersucht die Umgebung, ändert nichts. (Examines the environment, changes nothing.)",
        discussion: """
            Nimmt dieselben Schlüssel wie `serve`. Ende mit 1, wenn etwas zu verbessern ist. \
            (Takes the same keys as `serve`; ends with 1 when something should be mended.)
            """)

    @OptionGroup var options: ConfigurationOptions

    @Flag(help: "Für Maschinen: ein JSON-Objekt je Zeile. (For machines: one JSON object per line.)")
    var json = false

    @Flag(
        help: """
            Gibt das Verzeichnis der Verarbeitungstätigkeiten aus, untersucht nichts. \
            (Prints the record of processing; examines nothing.)
            """)
    var processingRecord = false

    func run() throws {
        let language = options.talk.language
        let loaded = try options.source.load()
        if processingRecord {
            Console.result(ProcessingRecord(language: language, rules: loaded.configuration.retention).text)
            return
        }
        let findings =
            Examination.library() + Examination.place(loaded.configuration)
            + Examination.control(loaded.configuration) + Examination.certificate(loaded.configuration)
            + Examination.disk(loaded.configuration) + Examination.clock(loaded.configuration)
            + Examination.limits(loaded.configuration) + Examination.settings(loaded)
        for finding in findings {
            Console.result(json ? finding.json : finding.text(in: language))
        }
        let count = findings.count { !$0.isGood }
        guard count == 0 else {
            throw CommandFault(
                .finding, "\(count) Befunde, jeder mit seinem Rat.",
                "\(count) findings, each with its remedy.",
                in: language)
        }
    }
}
