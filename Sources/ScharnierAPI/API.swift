package import HTTPWire
package import JSON
package import Logging
package import Scharnier

// HTTPWire has a type of this name too; here it always means the domain's.
package typealias Wording = Scharnier.Wording

/// The whole API: from a request to its answer.
package final class API: Sendable {
    package let routes: [Route]
    let settings: Settings
    let store: any Store
    let logger: Logger
    private let router: Router
    private let requestIDs: RequestIDs
    private let knownTokens: KnownTokens
    let runningKeys: RunningKeys

    /// What an instance of the API needs to know, all of it fixed for its life.
    package struct Settings: Sendable {
        /// The origin under which callers know this instance, as `https://api.example.org`.
        package var publicURL: String

        /// Names that `Host` may have; empty: any.
        package var hosts: [String]

        /// Secret of the instance, 32 bytes: authenticates cursors.
        package var instanceKey: [UInt8]

        /// What the program calls its own version.
        package var version: String

        /// What has to hold for taking requests; asked by `/readyz`.
        package var checks: @Sendable () -> [ReadinessCheck]
        package var now: @Sendable () -> Instant

        /// Sizes of JSON documents in requests.
        package var json = JSONLimits.standard

        /// Octets of a request's content, as the server was told; told to callers at `/v1/meta`.
        package var bodyBytes = Limits().body

        /// The language of answers to callers who name none.
        package var defaultLanguage = Language.german

        /// Nanoseconds since some moment, never going back: for durations.
        package var monotonic: @Sendable () -> Int64 = { 0 }

        /// Told what each request came to, on the thread that sends its answer; must not block.
        package var observed: (@Sendable (RequestRecord) -> Void)?

        /// Who sends a request.
        package var client: @Sendable (Request) -> Client = { Client(of: $0, behind: TrustedProxies()) }

        /// The metrics of the process in the text format of Prometheus.
        package var metrics: @Sendable () -> [UInt8] = { [] }

        /// Settings of one instance.
        package init(
            publicURL: String, hosts: [String] = [], instanceKey: [UInt8], version: String = "0",
            checks: @escaping @Sendable () -> [ReadinessCheck] = { [] },
            now: @escaping @Sendable () -> Instant
        ) {
            self.publicURL = publicURL
            self.hosts = hosts
            self.instanceKey = instanceKey
            self.version = version
            self.checks = checks
            self.now = now
        }
    }

    /// The API over `store`.
    package init(store: any Store, settings: Settings, logger: Logger) {
        self.store = store
        self.settings = settings
        self.logger = logger
        routes = RouteTable.all
        router = Router(routes)
        requestIDs = RequestIDs()
        knownTokens = KnownTokens()
        runningKeys = RunningKeys()
    }

    /// Takes the answer to a request, which is made where it is sent: not on the thread that writes.
    package typealias Delivery = @Sendable (_ make: @escaping @Sendable () -> Response) -> Void

    /// Answers a request; `reply` is called once, on this thread or another.
    package func respond(to request: Request, reply: @escaping Delivery) {
        let now = settings.now()
        var call = Call(
            request, id: requestIDs.next(at: now), now: now, begun: settings.monotonic(), settings: settings)
        do {
            let route = try admit(&call)
            try run(route, call, reply)
        } catch {
            deliver(.failure(error), call, since: nil, reply)
        }
    }

    /// The answer to a request that could not be read.
    package func response(to error: WireError, acceptLanguage: ArraySlice<UInt8>?) -> Response {
        refusal(Problem(error), method: nil, acceptLanguage)
    }

    /// The answer to a request that the server refuses or gives up; `seconds` until repeating it makes sense.
    package func response(
        to failure: StoreFailure, method: Method, retryAfter seconds: Int? = nil,
        acceptLanguage: ArraySlice<UInt8>?
    ) -> Response {
        var problem = Problem(failure as any Error)
        if let seconds { problem.fields = [(.retryAfter, "\(seconds)")] }
        return refusal(problem, method: method, acceptLanguage)
    }

    /// The answer to a request that never became a call.
    private func refusal(_ problem: Problem, method: Method?, _ acceptLanguage: ArraySlice<UInt8>?)
        -> Response
    {
        let now = settings.now()
        let id = requestIDs.next(at: now)
        let language = LanguagePreference.language(acceptLanguage, else: settings.defaultLanguage)
        let answer = problem.answer(requestID: id, language: language, publicURL: settings.publicURL)
        let response = answer.response(requestID: id)
        observe(response, id: id, at: now, method: method, code: problem.code)
        return response
    }

    /// Checks 2 to 8 of api.md §2, in their order: host, route, method, token, scope, formats, parameters.
    private func admit(_ call: inout Call) throws -> Route {
        try call.checkHost()
        let route = try router.route(&call)
        call.route = route.number
        // Who may reach the control socket has the database too. A token sent there only takes away, as anywhere.
        call.party = call.operatorUser.map { .operator(user: $0) } ?? .public
        try call.refuseTokenInURL()
        if let secret = try call.secret() {
            (call.party, call.token) = try authenticate(secret, at: call.now)
        }
        try route.check(call)
        noteUse(of: call.token, call)
        return route
    }

    private func authenticate(_ secret: TokenSecret, at now: Instant) throws -> (Party, AccessToken?) {
        // Before the read: a change that comes between them makes the kept token count for nothing.
        let stamp = store.tokenStamp
        let digest = secret.digest
        if let known = knownTokens.find(digest, stamp: stamp, at: now) { return known }
        let (party, token) = try store.read { try $0.authenticate(digest, at: now) }
        if let token { knownTokens.keep(party, token, digest, stamp: stamp) }
        return (party, token)
    }

    private func run(_ route: Route, _ call: Call, _ reply: @escaping Delivery) throws {
        let since = settings.monotonic()
        switch route.work {
        case .plain(let work):
            deliver(Result { try work(call) }, call, since: nil, reply)
        case .read(let work):
            deliver(Result { try store.read { try work(call, $0) } }, call, since: since, reply)
        case .heavy(let work):
            store.readAside({ try work(call, $0) }, then: { self.deliver($0, call, since: since, reply) })
        case .write(let work):
            try write(route, call, reply) { { try work(call, $0) } }
        case .prepared(let prepare):
            try write(route, call, reply) { try prepare(call) }
        }
    }

    /// Sends a result; `since` is the moment from which on the store had it.
    func deliver(_ result: Result<Answer, any Error>, _ call: Call, since: Int64?, _ reply: Delivery) {
        let inStore = since.map { settings.monotonic() - $0 } ?? 0
        reply { self.finish(result, call, inStore) }
    }

    private func finish(_ result: Result<Answer, any Error>, _ call: Call, _ inStore: Int64) -> Response {
        do {
            let response = call.finish(try result.get())
            observe(call, response, code: nil, cause: nil, inStore: inStore)
            return response
        } catch {
            let problem = Problem(error)
            let answer = problem.answer(
                requestID: call.id, language: call.language, publicURL: settings.publicURL)
            let response = call.finish(answer)
            let cause = problem.status >= 500 ? error : nil
            observe(call, response, code: problem.code, cause: cause, inStore: inStore)
            return response
        }
    }

    /// Last use is kept to the hour, so that a read does not cost a write (api.md §3).
    private func noteUse(of token: AccessToken?, _ call: Call) {
        guard let token else { return }
        let hour = call.now.startOfHour
        guard token.lastUsedAt.map({ $0 < hour }) ?? true, requestIDs.isFirstUse(of: token.id, in: hour)
        else { return }
        store.write(
            requestID: call.id, { try $0.noteUse(of: token.id, at: hour) },
            then: { result in
                guard case .failure(let error) = result else { return }
                self.logger.warning("last use not noted", metadata: ["cause": "\(error)"])
            })
    }
}
