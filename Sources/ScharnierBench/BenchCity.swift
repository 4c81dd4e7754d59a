import Digest
import HTTPWire
import Logging
import SQLite
import Scharnier
import ScharnierAPI
import ScharnierCity
import ScharnierStore

/// A city with a carrier, the city's own office and as many published needs as asked for.
final class BenchCity {
    let api: API
    let store: SQLiteStore
    private(set) var carrier = ""
    private(set) var office = ""
    private(set) var need = ""
    private var area = ""

    init(at path: String, needs: Int) throws {
        _ = try SQLiteStore.create(path: path)
        store = try SQLiteStore(path: path, publicRows: .current)
        let settings = API.Settings(
            publicURL: "http://city.example.org", instanceKey: store.instanceKey, now: WallClock.now)
        api = API(
            store: store, settings: settings, logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }
        )
        try store.write { try ReferenceFiles.load(into: $0) }
        let nordmarkt = try store.read { try $0.areaTree().area(code: "ar-nordmarkt", on: $0.today)?.id }
        area = nordmarkt.map(\.description) ?? ""
        let city = try settle(.cityUnit, .cityAdmin, by: nil)
        office = city.secret
        carrier = try settle(.carrier, .carrier, by: city.party).secret
        for start in stride(from: 0, to: needs, by: Self.together) {
            publish(start..<min(needs, start + Self.together))
        }
    }

    /// Requests on their way at once while seeding, as many as a group commit takes.
    private static let together = 64

    func stop() { store.stop() }

    /// Sends a request; waits for its answer if that does not come at once.
    @discardableResult
    func send(_ request: Request) -> Response {
        let waiting = Waiting()
        api.respond(to: request) { make in waiting.give(make()) }
        return waiting.take()
    }

    /// A request as a client of an organisation sends it.
    func request(_ method: Method, _ target: String, _ body: String = "", by secret: String = "") -> Request {
        var fields = [("Host", "city.example.org"), ("Accept", "*/*")]
        if !secret.isEmpty { fields.append(("Authorization", "Bearer \(secret)")) }
        if !body.isEmpty { fields.append(("Content-Type", "application/json")) }
        return Request(method, target, fields: fields, body: Array(body.utf8))
    }

    /// A need that can be published.
    func draft(_ number: Int) -> String {
        """
        {"title":"Lesepaten \(number)","text":"Wir lesen jeden Nachmittag mit Kindern und suchen Menschen dafür.",
        "horizon":"permanent","review_on":"\(LocalTime.day(at: WallClock.now()).adding(180))",
        "beneficiary_area_ids":["\(area)"],
        "items":[{"kind":"volunteering","title":"Lesepaten","quantity":4,"unit":"person"}]}
        """
    }

    private func publish(_ numbers: Range<Int>) {
        let made = sendTogether(numbers.map { request(.post, "/v1/needs", draft($0), by: carrier) })
        let paths = made.compactMap { $0.fields.string(.location) }.map { "\($0)/transitions" }
        sendTogether(paths.map { request(.post, $0, #"{"event":"submit"}"#, by: carrier) })
        let published = sendTogether(paths.map { request(.post, $0, #"{"event":"publish"}"#, by: office) })
        precondition(published.allSatisfy { $0.status == 201 }, "the city was not filled")
        need = made.last?.fields.string(.location) ?? ""
    }

    @discardableResult
    func sendTogether(_ requests: [Request]) -> [Response] {
        let answers = requests.map { request in
            let waiting = Waiting()
            api.respond(to: request) { make in waiting.give(make()) }
            return waiting
        }
        return answers.map { $0.take() }
    }

    private func settle(
        _ kind: Organization.Kind, _ role: Role, by founder: Party?
    ) throws -> (secret: String, party: Party) {
        let secret = TokenSecret(for: kind, random: try randomBytes(TokenSecret.randomByteCount))
        var profile = Organization.Profile(name: "Beispiel \(role.rawValue)")
        profile.legalForm = kind == .cityUnit ? .publicCorporation : .ev
        let party = try store.write { [profile] tx in
            let acting = founder ?? .system
            let organization = try tx.createOrganization(kind, profile, stewardArea: nil, as: acting)
            _ = try tx.fire(
                Organization.Event.verify, on: organization.id, facts: .init(method: "document_seen"),
                as: acting)
            let wish = TokenRequest(
                organization: organization.id, role: role, scopes: role.usableScopes, label: "Bench")
            let token = try tx.issue(wish, digest: secret.digest, as: .operator(user: 0))
            return Party(organization: organization.id, role: role, scopes: token.scopes, token: token.id)
        }
        return (secret.text, party)
    }
}

/// The place where one answer is waited for.
private struct Waiting: Sendable {
    private let queue = BlockingQueue<Response>(capacity: 1)

    func give(_ response: Response) { _ = queue.append(response) }

    func take() -> Response { queue.take() ?? Response(status: 500) }
}
