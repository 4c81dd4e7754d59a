import ArgumentParser
import ScharnierAPI

/// `scharnier openapi`: prints the built-in contract.
struct OpenAPI: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openapi", abstract: "Gibt den eingebauten Vertrag aus. (Prints the built-in contract.)")

    func run() throws {
        Console.result(bytes: Contract.document)
    }
}
