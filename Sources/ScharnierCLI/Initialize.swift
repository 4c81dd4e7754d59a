import ArgumentParser
import Digest
import Glibc
import Scharnier
import ScharnierAPI
import ScharnierCity
import ScharnierStore
import Synchronization

/// `scharnier init`: a new database; with `--demo` a fictional city lives in it.
struct Initialize: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Legt eine Datenbank an; --demo füllt sie. (Makes a database.)")

    @OptionGroup var database: DatabaseOptions

    @Flag(help: "Eine erfundene Stadt mit je einem Token pro Rolle. (A fictional city, one token per role.)")
    var demo = false

    func run() throws {
        let path = try database.path
        let isNew = try DatabaseFaults.told(in: database.talk.language) {
            try SQLiteStore.create(path: database.localPath())
        }
        guard isNew else {
            throw CommandFault(
                .cannotCreate,
                "\(path) gibt es schon; eine andere Datei nennen oder diese entfernen.",
                "\(path) exists; name another file or remove this one.", in: database.talk.language)
        }
        let clock = DemoClock(at: WallClock.now())
        let open = try OpenDatabase(database, now: { clock.now })
        defer { open.store.stop() }
        if demo {
            try fill(open.store, clock)
        } else {
            try open.store.write { try ReferenceFiles.load(into: $0) }
        }
    }

    private func fill(_ store: SQLiteStore, _ clock: DemoClock) throws {
        let now = clock.now
        var city = DemoCity(at: now, on: Stage(store: store, clock: clock))
        let organizations = try city.build()
        clock.set(now)
        for (role, key) in Self.holders {
            guard let holder = organizations[key] else { continue }
            let secret = TokenSecret(for: holder.kind, random: try randomBytes(TokenSecret.randomByteCount))
            let request = TokenRequest(
                organization: holder.id, role: role, scopes: role.usableScopes, label: "Demo")
            _ = try store.write {
                try $0.issue(request, digest: secret.digest, as: .operator(user: geteuid()))
            }
            Console.result("\(role.rawValue)\t\(holder.profile.name)\t\(secret.text)")
        }
        Console.say(
            Wording("Die Tokens werden nur jetzt gezeigt.", "The tokens are shown only now.").text(
                in: database.talk.language))
    }

    /// Who holds the demo's token of each role.
    private static let holders: [(Role, String)] = [
        (.cityAdmin, "o-projektbuero"), (.cityReader, "o-sozialplanung"), (.areaOfficer, "o-buero-nord"),
        (.carrier, "o-lernhafen"), (.foundation, "o-st-kinder"), (.company, "o-c-papier"),
        (.network, "o-mso-verbund"), (.portal, "o-p-spenden"), (.monitor, "o-projektbuero"),
    ]
}

/// The store of a new database, on a clock that is moved by hand.
private struct Stage: DemoStage {
    let store: SQLiteStore
    let clock: DemoClock

    func write<Result: Sendable>(
        at moment: Instant, _ act: @escaping @Sendable (any WriteTransaction) throws -> Result
    ) throws -> Result {
        clock.set(moment)
        return try store.write(act)
    }
}

/// A clock that is moved by hand.
final class DemoClock: Sendable {
    private let moment: Mutex<Instant>

    init(at now: Instant) { moment = Mutex(now) }

    var now: Instant { moment.withLock { $0 } }

    func set(_ instant: Instant) { moment.withLock { $0 = instant } }
}
