import ArgumentParser

/// The one binary: `scharnier`.
@main
struct ScharnierCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scharnier",
        abstract: "Bringt Bedarfe und Angebote einer Stadt zusammen. (Matches a city's needs and offers.)",
        version: Build.version,
        subcommands: [
            Serve.self, Initialize.self, Migrate.self, Token.self, Backup.self, Restore.self, Check.self,
            Doctor.self, Retention.self,
            Config.self, OpenAPI.self, MatchCommand.self, Allocate.self, Version.self,
        ])

    /// Runs a command and turns what it throws into one message and an exit code (operations.md §12).
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let fault as CommandFault {
            Console.error(fault.description)
            exit(withError: ExitCode(fault.exitCode.rawValue))
        } catch let error where exitCode(for: error) == .validationFailure {
            Console.error(fullMessage(for: error))
            exit(withError: ExitCode(FaultCode.usage.rawValue))
        } catch {
            exit(withError: error)
        }
    }
}
