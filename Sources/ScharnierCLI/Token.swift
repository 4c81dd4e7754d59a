import ArgumentParser
import Digest
import Scharnier
import ScharnierAPI
import ScharnierStore

/// `scharnier token`: issues, lists and revokes tokens.
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
            let request = try request()
            let open = try OpenDatabase(database)
            defer { open.store.stop() }
            let organization = try open.store.read { try $0.organization(request.organization) }
            let secret = TokenSecret(
                for: organization?.kind ?? .carrier, random: try randomBytes(TokenSecret.randomByteCount))
            do {
                let token = try open.store.write { try $0.issue(request, digest: secret.digest, as: nil) }
                Console.result(secret.text)
                Console.say("id \(token.id), \(token.role.rawValue), \(token.expiresAt)")
            } catch Refusal.invalid(let violations) {
                let language = database.talk.language
                let reasons = violations.map { "\($0.path): \($0.detail.text(in: language))" }.joined(
                    separator: " ")
                throw CommandFault(.badData, reasons, reasons, in: language)
            }
        }

        private func request() throws -> TokenRequest {
            let language = database.talk.language
            guard let id = Identifier<Organization>(organization), let role = Role(rawValue: role) else {
                throw CommandFault(
                    .usage, "--organization braucht eine Kennung, --role eine Rolle.",
                    "--organization needs an identifier, --role a role.", in: language)
            }
            let scopes = scope.compactMap(Scope.init(rawValue:))
            guard scopes.count == scope.count else {
                let known = Scope.allCases.map(\.rawValue).joined(separator: " ")
                throw CommandFault(.usage, "--scope kennt: \(known)", "--scope knows: \(known)", in: language)
            }
            return TokenRequest(
                organization: id, role: role, scopes: scopes.isEmpty ? role.usableScopes : Set(scopes),
                label: label,
                days: days)
        }
    }

    /// `scharnier token list`: everything but the secrets.
    struct List: ParsableCommand {
        @OptionGroup var database: DatabaseOptions

        func run() throws {
            let open = try OpenDatabase(database)
            defer { open.store.stop() }
            let now = WallClock.now()
            for token in try open.store.read({ try $0.tokens(of: nil) }) {
                let columns = [
                    "\(token.id)", token.role.rawValue, "\(token.standing(at: now))", "\(token.expiresAt)",
                    "\(token.organization)", token.label,
                ]
                Console.result(columns.joined(separator: "\t"))
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
            let open = try OpenDatabase(database)
            defer { open.store.stop() }
            guard let id = Identifier<AccessToken>(id) else {
                throw CommandFault(.usage, "Das ist keine Kennung.", "This is no identifier.", in: language)
            }
            do {
                try open.store.write(isReleasing: true) { try $0.revokeToken(id, as: nil) }
            } catch Refusal.notFound {
                throw CommandFault(
                    .finding, "Dieses Token gibt es nicht.", "There is no such token.", in: language)
            }
        }
    }
}
