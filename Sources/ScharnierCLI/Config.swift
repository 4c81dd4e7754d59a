import ArgumentParser
import ScharnierConfiguration

/// `scharnier config`: tells what can be set.
struct Config: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Nennt, was sich einstellen lässt. (Tells what can be set.)",
        discussion: """
            Jeder Schlüssel gilt als Flag von `serve` (--tls-min 1.3), als Variable (SCHARNIER_TLS_MIN) und in der \
            Datei (tls_min = "1.3"), in dieser Rangfolge. (Each key is a flag of `serve`, a variable and a line of \
            the file, in this order of precedence.)
            """)

    @OptionGroup var talk: TalkOptions

    @Flag(help: "Gibt die Beispieldatei aus. (Prints the example file.)")
    var example = false

    func run() throws {
        guard !example else { return Console.result(Key.example, terminator: "") }
        for key in Key.all { Console.result(key.helpLine(in: talk.language)) }
    }
}
