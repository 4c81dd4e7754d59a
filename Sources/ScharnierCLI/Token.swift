import ArgumentParser
import HTTPWire
import JSON
import Scharnier

/// `scharnier token`: issues, lists and revokes tokens, also while the service runs.
struct Token: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Tokens ausgeben, auflisten, widerrufen. (Issue, list, revoke tokens.)",
        subcommands: [Create.self, List.self, Revoke.self])

    /// `scharnier token create`: the secret goes to standard output, once.
    struct Create: ParsableCommand {
        @OptionGroup var database: DatabaseOptions

        @Option(help: "Kennung der Organisation. (Identifier of the organisation.)")
        var organization: String

        @Option(help: "Rolle, etwa carrier oder foundation. (Role.)")
        var role: String

        @Option(
            parsing: .upToNextOption,
            help: "Scopes; ohne Angabe alle der Rolle. (Scopes; by default all of the role.)")
        var scope: [String] = []

        @Option(help: "Wie der Inhaber es nennt. (What its holder calls it.)")
        var label = "Kommandozeile"

        @Option(help: "Gültig so viele Tage, 1 bis 365. (Days it is valid.)")
        var days = AccessToken.defaultLifeInDays

        func run() throws {
            let token = try OperatorAccess(database).ask(.post, "/v1/tokens", body: request())
            Console.result(token["secret"].text)
            Console.say("id \(token["id"].text), \(token["role"].text), \(token["expires_at"].text)")
        }

        private func request() throws -> [UInt8] {
            let language = database.talk.language
            guard let id = Identifier<Organization>(organization), let role = Role(rawValue: role) else {
                throw CommandFault(
                    .usage, "--organization braucht eine Kennung, --role eine Rolle.",
                    "--organization needs an identifier, --role a role.", in: language)
            }
            guard scope.allSatisfy({ Scope(rawValue: $0) != nil }) else {
                let known = Scope.allCases.map(\.rawValue).joined(separator: " ")
                throw CommandFault(.usage, "--scope kennt: \(known)", "--scope knows: \(known)", in: language)
            }
            let scopes = scope.isEmpty ? role.usableScopes.map(\.rawValue).sorted() : scope
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("organization_id", "\(id)")
                writer.member("role", role.rawValue)
                writer.member("scopes", scopes)
                writer.member("label", label)
                writer.member("days", days)
            }
            return writer.bytes
        }
    }

    /// `scharnier token list`: everything but the secrets.
    struct List: ParsableCommand {
        @OptionGroup var database: DatabaseOptions

        func run() throws {
            for token in try OperatorAccess(database).ask(.get, "/v1/tokens")["items"].elements {
                let columns = ["id", "role", "status", "expires_at", "organization_id", "label"]
                Console.result(columns.map { token[$0].text }.joined(separator: "\t"))
            }
        }
    }

    /// `scharnier token revoke ID`: ends a token now.
    struct Revoke: ParsableCommand {
        @OptionGroup var database: DatabaseOptions

        @Argument(help: "Kennung des Tokens. (Identifier of the token.)")
        var id: String

        func run() throws {
            let language = database.talk.language
            guard let id = Identifier<AccessToken>(id) else {
                throw CommandFault(.usage, "Das ist keine Kennung.", "This is no identifier.", in: language)
            }
            do {
                _ = try OperatorAccess(database).ask(.delete, "/v1/tokens/\(id)")
            } catch is OperatorRefusal {
                throw CommandFault(
                    .finding, "Dieses Token gibt es nicht.", "There is no such token.", in: language)
            }
        }
    }
}
