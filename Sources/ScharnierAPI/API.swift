package import HTTPWire
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

        /// Whether it is the time to take requests; asked by `/readyz`.
        package var isReady: @Sendable () -> Bool
        package var now: @Sendable () -> Instant

        /// Settings of one instance.
        package init(
            publicURL: String, hosts: [String] = [], instanceKey: [UInt8], version: String = "0",
            isReady: @escaping @Sendable () -> Bool = { true },
            now: @escaping @Sendable () -> Instant
        ) {
            self.publicURL = publicURL
            self.hosts = hosts
            self.instanceKey = instanceKey
            self.version = version
            self.isReady = isReady
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
    }

    /// Takes the answer to a request, which is made where it is sent: not on the thread that writes.
    package typealias Delivery = @Sendable (_ make: @escaping @Sendable () -> Response) -> Void

    /// Answers a request; `reply` is called once, on this thread or another.
    package func respond(to request: Request, reply: @escaping Delivery) {
        let now = settings.now()
        var call = Call(request, id: requestIDs.next(at: now), now: now, settings: settings)
        do {
            let route = try admit(&call)
            try run(route, call, reply)
        } catch {
            deliver(.failure(error), call, reply)
        }
    }

    /// The answer to a request that could not be read.
    package func response(to error: WireError, acceptLanguage: ArraySlice<UInt8>?) -> Response {
        let now = settings.now()
        let id = requestIDs.next(at: now)
        let language = acceptLanguage.map(LanguagePreference.language) ?? .german
        let problem = Problem(error)
        return problem.answer(requestID: id, language: language, publicURL: settings.publicURL).response(
            requestID: id)
    }

    /// Checks 2 to 8 of api.md §2, in their order: host, route, method, token, scope, formats, parameters.
    private func admit(_ call: inout Call) throws -> Route {
        try call.checkHost()
        let route = try router.route(&call)
        call.party = .public
        try call.refuseTokenInURL()
        if let secret = try call.secret() {
            (call.party, call.token) = try store.read { try $0.authenticate(secret, at: call.now) }
        }
        try route.check(call)
        noteUse(of: call.token, call)
        return route
    }

    private func run(_ route: Route, _ call: Call, _ reply: @escaping Delivery) throws {
        switch route.work {
        case .plain(let work):
            deliver(Result { try work(call) }, call, reply)
        case .read(let work):
            deliver(Result { try store.read { try work(call, $0) } }, call, reply)
        case .heavy(let work):
            store.readAside({ try work(call, $0) }, then: { self.deliver($0, call, reply) })
        case .write(let work):
            store.write(
                requestID: call.id, isReleasing: route.method == .delete, { try work(call, $0) },
                then: { self.deliver($0, call, reply) })
        case .prepared(let prepare):
            store.write(requestID: call.id, try prepare(call), then: { self.deliver($0, call, reply) })
        }
    }

    private func deliver(_ result: Result<Answer, any Error>, _ call: Call, _ reply: Delivery) {
        reply { self.finish(result, call) }
    }

    private func finish(_ result: Result<Answer, any Error>, _ call: Call) -> Response {
        do {
            return call.finish(try result.get())
        } catch {
            let problem = Problem(error)
            if problem.status == 500 {
                logger.error("request failed", metadata: ["request_id": "\(call.id)", "cause": "\(error)"])
            }
            let answer = problem.answer(
                requestID: call.id, language: call.language, publicURL: settings.publicURL)
            return call.finish(answer)
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
