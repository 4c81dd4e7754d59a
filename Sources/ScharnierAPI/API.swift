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
    let router: Router
    private let requestIDs: RequestIDs
    private let knownTokens: KnownTokens
    let runningKeys: RunningKeys
    let meter: Meter
    private let compressor = Compressor()

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

        /// Octets of the content of an import.
        package var importBytes = ImportLimits.fileBytes

        /// The origins whose pages may call this instance.
        package var crossOrigin = CrossOrigin.none

        /// How many requests one caller may send.
        package var quotas = Quotas.none

        /// How long things wait in this city, told to callers.
        package var timers = TimerRules()

        /// The language of answers to callers who name none.
        package var defaultLanguage = Language.german

        /// Nanoseconds since some moment, never going back: for durations.
        package var monotonic: @Sendable () -> Int64 = { 0 }

        /// Told what each request came to, on the thread that sends its answer; must not block.
        package var observed: (@Sendable (RequestRecord) -> Void)?

        /// Who sends a request.
        package var client: @Sendable (PartialRequest) -> Client = {
            Client(of: $0, behind: TrustedProxies())
        }

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
    package convenience init(store: any Store, settings: Settings, logger: Logger) {
        self.init(store: store, settings: settings, logger: logger, routes: RouteTable.all)
    }

    /// The same with a route table of one's own.
    init(store: any Store, settings: Settings, logger: Logger, routes: [Route]) {
        self.store = store
        self.settings = settings
        self.logger = logger
        self.routes = routes
        router = Router(routes)
        requestIDs = RequestIDs()
        knownTokens = KnownTokens()
        runningKeys = RunningKeys()
        meter = Meter()
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
            deliver(.failure(error), call, nil, reply)
        }
    }

    /// The answer to a request that could not be read.
    package func response(to error: WireError, in request: PartialRequest) -> Response {
        refusal(Problem(error), request)
    }

    /// The answer to a request that the server refuses or gives up; `seconds` until repeating it makes sense.
    package func response(
        to failure: StoreFailure, of request: PartialRequest, retryAfter seconds: Int? = nil
    ) -> Response {
        var problem = Problem(failure as any Error)
        if let seconds { problem.fields = [(.retryAfter, "\(seconds)")] }
        return refusal(problem, request)
    }

    /// The answer to a request that never became a call.
    private func refusal(_ problem: Problem, _ request: PartialRequest) -> Response {
        let now = settings.now()
        let client = settings.client(request)
        let foreign = ForeignIDs(request.fields)
        let id = foreign.id(else: requestIDs.next(at: now), from: client)
        let language = LanguagePreference.language(
            request.fields.first(.acceptLanguage), else: settings.defaultLanguage)
        let answer = problem.answer(requestID: id, language: language, publicURL: settings.publicURL)
        let response = answer.refusal(requestID: id, over: client.protection)
        observe(response, id: id, foreign, at: now, request, from: client, code: problem.code)
        return response
    }

    /// Checks 2 to 8 of api.md §2, in their order: host, route, method, token, scope, formats, parameters.
    private func admit(_ call: inout Call) throws -> Route {
        try call.checkHost()
        let route = try router.route(&call)
        call.route = route.number
        call.deprecation = route.deprecation
        // A browser asks without a token, and what it asks for is decided when it comes.
        if call.isPreflight { return route }
        // Who may reach the control socket has the database too. A token sent there only takes away, as anywhere.
        call.party = call.operatorUser.map { .operator(user: $0) } ?? .public
        try call.refuseTokenInURL()
        try chargeAddress(&call, route)
        try identify(&call)
        try chargeToken(&call, route)
        try route.check(call)
        call.isOfList = route.list != nil || !route.template.hasSuffix("}")
        call.view = try route.item.flatMap { form throws(Problem) in try ItemView(call, form) }
        noteUse(of: call.token, call)
        return route
    }

    private func identify(_ call: inout Call) throws {
        do {
            guard let secret = try call.secret() else { return }
            (call.party, call.token) = try authenticate(secret, at: call.now)
        } catch let problem as Problem where problem.status == 401 {
            try chargeFailure(&call)
            throw problem
        }
    }

    func authenticate(_ secret: TokenSecret, at now: Instant) throws -> (Party, AccessToken?) {
        // Before the read: a change that comes between them makes the kept token count for nothing.
        let stamp = store.tokenStamp
        let digest = secret.digest
        if let known = knownTokens.find(digest, stamp: stamp, at: now) { return known }
        let (party, token) = try store.read { try $0.authenticate(digest, at: now) }
        if let token { knownTokens.keep(party, token, digest, stamp: stamp) }
        return (party, token)
    }

    private func run(_ route: Route, _ call: Call, _ reply: @escaping Delivery) throws {
        if let list = route.work.list, let format = call.exportFormat(of: route) {
            return Export(self, route, call, list, format).begin { self.deliver($0, call, nil, reply) }
        }
        switch route.work {
        case .plain(let work):
            deliver(Result { try work(call) }, call, nil, reply)
        case .read(let work) where !route.isDemanding(call.query):
            let asked = settings.monotonic()
            var begun: Int64 = 0
            let result = Result {
                try store.read {
                    begun = settings.monotonic()
                    return try work(call, $0).viewed(by: call, in: $0)
                }
            }
            let times = StoreTimes(asked: asked, begun: begun, ended: settings.monotonic())
            deliver(result, call, times, reply)
        case .read(let work), .heavy(let work):
            let turn = StoreTurn(settings.monotonic)
            store.readAside(
                {
                    turn.begin()
                    return try work(call, $0).viewed(by: call, in: $0)
                }, then: { self.deliver($0, call, turn.ended(), reply) })
        case .write(let work):
            try write(route, call, reply) { { try work(call, $0) } }
        case .prepared(let prepare):
            try write(route, call, reply) { try prepare(call) }
        case .steps(let work):
            try runInSteps(route, call, reply, work)
        }
    }

    /// Sends a result; `times` are those in the store, if it had to do with it.
    ///
    /// `work` is what the writer did: it holds the whole document of the request, which is let go of where the answer
    /// is sent, and not on the one thread that writes.
    func deliver(
        _ result: Result<Answer, any Error>, _ call: Call, _ times: StoreTimes?, _ reply: Delivery,
        after work: Transaction? = nil
    ) {
        reply { withExtendedLifetime(work) { self.finish(result, call, times) } }
    }

    private func finish(_ result: Result<Answer, any Error>, _ call: Call, _ times: StoreTimes?) -> Response {
        do {
            let response = call.finish(try result.get(), compressor)
            settle(call, response)
            observe(call, response, code: nil, cause: nil, times)
            return response
        } catch {
            let problem = Problem(error)
            let answer = problem.answer(
                requestID: call.id, language: call.language, publicURL: settings.publicURL)
            let response = call.finish(answer, compressor)
            let cause = problem.status >= 500 ? error : nil
            observe(call, response, code: problem.code, cause: cause, times)
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
