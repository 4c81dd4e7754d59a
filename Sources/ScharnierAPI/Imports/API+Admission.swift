package import HTTPWire
import Scharnier

extension API {
    /// How long the content of an import may take (operations.md §3).
    package static let importContentTime = Duration.seconds(300)

    /// How long an import may take until its answer: rows by the thousand, on a disk that others use too.
    package static let importTime = Duration.seconds(300)

    /// Octets of the content that a request may have, if not those of any request.
    ///
    /// Only whoever may import gets room for a file: anybody else is refused as without this.
    package func contentLimit(for head: Request) -> Int? {
        guard isImport(head) else { return nil }
        var call = Call(head, id: "", now: settings.now(), settings: settings)
        guard let route = try? router.route(&call), route.isImport, let secret = try? call.secret(),
            let (party, _) = try? authenticate(secret, at: call.now),
            route.operation.reach(for: party) != .none, route.operation.scope.map(party.scopes.allow) ?? true
        else { return nil }
        return settings.importBytes
    }

    /// Whether a request is for work that may take as long as an import: one, or a plan.
    package func takesLong(_ request: Request) -> Bool {
        isImport(request)
            || request.method == .post && request.path.elementsEqual("/v1/allocation-plans".utf8)
    }

    /// Whether a request is for an import, whoever sends it.
    package func isImport(_ request: Request) -> Bool {
        request.method == .post && request.path.elementsEqual("/v1/imports".utf8)
    }
}
