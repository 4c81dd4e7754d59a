package import HTTPWire
package import JSON
import Logging
package import Scharnier
package import ScharnierAPI
import ScharnierCity
package import ScharnierStore
import Synchronization

/// The whole API over a store in memory, with a few organisations and a token for each role.
///
/// Time stands still until a test moves it.
package final class Application: Sendable {
    package let api: API
    package let store: SQLiteStore
    package let clock: TestClock
    package let city: City

    /// Who lives in the application's city.
    package struct City: Sendable {
        package var organizations: [String: Organization] = [:]
        package var secrets: [String: String] = [:]
        package var areas: [String: Identifier<Area>] = [:]
    }

    /// An application with a city in which nothing is asked for or offered yet.
    package init(
        at now: Instant = TestClock.morning, hosts: [String] = [],
        behind proxies: TrustedProxies = TrustedProxies(), quotas: Quotas = .none,
        tokenDays: Int = AccessToken.defaultLifeInDays,
        crossOrigin: CrossOrigin = .none
    ) throws {
        let clock = TestClock(now)
        self.clock = clock
        store = try SQLiteStore(
            path: ":memory:", publicRows: .current, limits: .unhurried, readTime: WriterLimits.patience,
            now: { clock.now })
        var settings = API.Settings(
            publicURL: "http://city.example.org", hosts: hosts, instanceKey: Array(repeating: 7, count: 32),
            version: "test",
            now: { clock.now })
        settings.client = { Client(of: $0, behind: proxies) }
        settings.quotas = quotas
        settings.crossOrigin = crossOrigin
        settings.monotonic = { clock.now.milliseconds * 1_000_000 }
        api = API(
            store: store, settings: settings, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        city = try CityBuilder(store: store, tokenDays: tokenDays).build()
    }

    /// Sends a request and waits for its answer.
    ///
    /// It comes from `who`, a name of ``City/secrets``; without one from the public.
    package func send(
        _ method: Method, _ target: String, _ body: String? = nil, as who: String? = nil,
        fields: [(String, String)] = []
    ) -> Response {
        var all = fields
        if let who, let secret = city.secrets[who] { all.append(("Authorization", "Bearer \(secret)")) }
        if body != nil, !fields.contains(where: { $0.0 == "Content-Type" }) {
            let type = method == .patch ? "application/merge-patch+json" : "application/json"
            all.append(("Content-Type", type))
        }
        return start(Request(method, target, fields: all, body: Array((body ?? "").utf8))).wait()
    }

    /// Sends a request that came in at a listener of another purpose than everybody's, and waits for its answer.
    package func send(
        _ method: Method, _ target: String, _ body: String? = nil, from origin: Origin,
        fields: [(String, String)] = []
    ) -> Response {
        let type = body.map { _ in [("Content-Type", "application/json")] } ?? []
        var request = Request(method, target, fields: fields + type, body: Array((body ?? "").utf8))
        request.origin = origin
        return start(request).wait()
    }

    /// Sends a request as it is, and waits for its answer.
    package func send(_ request: Request) -> Response { start(request).wait() }

    /// A request of many that are sent without waiting in between.
    package struct Sending: Sendable {
        let method: Method
        let target: String
        let body: String
        let who: String
        let fields: [(String, String)]

        /// A request with a body.
        package init(
            _ method: Method, _ target: String, _ body: String, as who: String,
            fields: [(String, String)] = []
        ) {
            self.method = method
            self.target = target
            self.body = body
            self.who = who
            self.fields = fields
        }
    }

    /// Sends requests without waiting in between, and gives their answers in the same order.
    package func sendTogether(_ requests: [Sending]) -> [Response] {
        let answers = requests.map { sending in
            let type = sending.method == .patch ? "application/merge-patch+json" : "application/json"
            let token = "Bearer \(city.secrets[sending.who] ?? "")"
            let fields = sending.fields + [("Authorization", token), ("Content-Type", type)]
            return start(
                Request(sending.method, sending.target, fields: fields, body: Array(sending.body.utf8)))
        }
        return answers.map { $0.wait() }
    }

    /// Does what the clock demands now.
    ///
    /// - Throws: what stands against it.
    package func runTimers() throws {
        var turn = TimerTurn()
        repeat {
            turn = try store.write { try $0.fireDue(atMost: 100) }
        } while turn.next.map { $0 <= clock.now } ?? false
    }

    private func start(_ request: Request) -> Answering {
        let answer = Answering()
        api.respond(to: request) { answer.give($0()) }
        return answer
    }

    deinit { store.stop() }

    /// The identifier of an area, as text.
    package func area(_ code: String) -> String { city.areas[code]?.description ?? "" }

    /// The identifier of an organisation, as text.
    package func id(of name: String) -> String { city.organizations[name]?.id.description ?? "" }
}

/// A clock that a test moves.
package final class TestClock: Sendable {
    /// 21 November 2026, 10:30 in Dortmund.
    package static let morning = Instant(milliseconds: 1_795_253_400_000)

    private let moment: Mutex<Instant>

    package init(_ now: Instant) { moment = Mutex(now) }

    package var now: Instant { moment.withLock { $0 } }

    /// Sets the clock.
    package func set(_ now: Instant) { moment.withLock { $0 = now } }

    /// Lets time pass.
    package func advance(days: Int = 0, seconds: Int64 = 0) {
        moment.withLock { $0 = $0.adding(days: days).adding(seconds: seconds) }
    }
}

extension Response {
    /// The content as JSON.
    ///
    /// - Throws: if it is none.
    package func json() throws -> JSONValue { try JSONValue(parsing: body, limits: Self.unlimited) }

    /// Answers may be longer than requests.
    private static let unlimited = JSONLimits(members: .max, stringBytes: .max, elements: .max)

    /// The value at a path of member names and indices, as in `items/0/id`; `nil` if there is none.
    package subscript(_ path: String) -> JSONValue? {
        guard let whole = try? json() else { return nil }
        var value: JSONValue? = whole
        for step in path.split(separator: "/") { value = value?.child(String(step)) }
        return value
    }

    /// The text at a path.
    package func text(_ path: String) -> String? {
        guard case .string(let text) = self[path] else { return nil }
        return text
    }

    /// The number at a path.
    package func integer(_ path: String) -> Int64? {
        guard case .integer(let number) = self[path] else { return nil }
        return number
    }

    /// How many elements the list at a path has.
    package func count(_ path: String) -> Int? {
        guard case .array(let elements) = self[path] else { return nil }
        return elements.count
    }

    /// The value of a header field.
    package func field(_ name: FieldName) -> String? { fields.string(name) }
}

extension JSONValue {
    fileprivate func child(_ step: String) -> JSONValue? {
        switch self {
        case .object(let object): object[step]
        case .array(let elements): Int(step).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
        default: nil
        }
    }
}

extension WriterLimits {
    /// Longer than any machine takes that does more than these tests.
    package static let patience = Duration.seconds(60)

    /// Limits that no test meets by accident.
    package static var unhurried: WriterLimits {
        var limits = WriterLimits()
        limits.jobTime = patience
        limits.expectedWait = patience
        return limits
    }
}
