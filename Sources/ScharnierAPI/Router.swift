import HTTPWire
import JSON
import Scharnier

/// Finds the route of a request.
struct Router: Sendable {
    /// Routes by the number of their path segments, so that few have to be compared.
    private let routes: [[Route]]

    init(_ all: [Route]) {
        let longest = all.map(\.segments.count).max() ?? 0
        routes = (0...longest).map { count in all.filter { $0.segments.count == count } }
    }

    /// The route of a call, whose parameters are filled in.
    ///
    /// - Throws: 404 where there is no such path, 405 with `Allow` where there is, 204 never: `OPTIONS` is a route
    ///   of every path.
    func route(_ call: inout Call) throws(Problem) -> Route {
        let path = call.request.path
        guard path.first == UInt8(ascii: "/"), path.last != UInt8(ascii: "/") else {
            throw Problem(.notFound)
        }
        let parts = path.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let fitting =
            routes.indices.contains(parts.count) ? routes[parts.count].filter { $0.fits(parts) } : []
        guard let first = fitting.first else { throw Problem(.notFound) }
        let method = call.request.method == .head ? Method.get : call.request.method
        guard let route = fitting.first(where: { $0.method == method }) else {
            if method == .options {
                return Self.options(first.template, Self.allowed(fitting)).numbered(first.number)
            }
            var problem = Problem(.methodNotAllowed)
            problem.fields = [(.allow, Self.allowed(fitting))]
            throw problem
        }
        call.parameters = zip(route.segments, parts).filter { $0.0 == .parameter }.map(\.1)
        return route
    }

    private static func allowed(_ routes: [Route]) -> String {
        var methods = routes.map(\.method.name)
        if methods.contains("GET") { methods.append("HEAD") }
        return (methods + ["OPTIONS"]).joined(separator: ", ")
    }

    private static func options(_ template: String, _ allowed: String) -> Route {
        Route(
            .options, template, .readPublic,
            .plain { _ in
                var answer = Answer.noContent
                answer.fields = [(.allow, allowed)]
                return answer
            })
    }
}

extension Route {
    fileprivate func fits(_ parts: [ArraySlice<UInt8>]) -> Bool {
        zip(segments, parts).allSatisfy { segment, part in
            switch segment {
            case .parameter: true
            case .name(let name): part.elementsEqual(name)
            }
        }
    }
}
