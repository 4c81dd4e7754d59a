import HTTPWire
import JSON
import Scharnier

/// Finds the route of a request.
///
/// The templates are a tree with a branch for each name of a segment, so that a path is read once, from its first
/// octet to its last, however many routes there are.
struct Router: Sendable {
    private let routes: [Route]
    private var nodes = [Node()]

    /// Where one has got to behind a segment.
    private struct Node {
        var names: [(name: [UInt8], node: Int)] = []
        var parameter: Int?

        /// The routes whose template ends here, by their place in the table.
        var routes: [Int] = []
    }

    /// A template that a path has the form of.
    private struct Match {
        let routes: [Int]
        let parameters: [ArraySlice<UInt8>]
    }

    init(_ all: [Route]) {
        routes = all
        for (place, route) in all.enumerated() {
            let end = route.segments.reduce(0) { node, segment in step(from: node, by: segment) }
            nodes[end].routes.append(place)
        }
    }

    private mutating func step(from node: Int, by segment: Route.Segment) -> Int {
        if let next = known(from: node, by: segment) { return next }
        nodes.append(Node())
        switch segment {
        case .parameter: nodes[node].parameter = nodes.count - 1
        case .name(let name): nodes[node].names.append((name, nodes.count - 1))
        }
        return nodes.count - 1
    }

    private func known(from node: Int, by segment: Route.Segment) -> Int? {
        switch segment {
        case .parameter: nodes[node].parameter
        case .name(let name): nodes[node].names.first { $0.name.elementsEqual(name) }?.node
        }
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
        var matches: [Match] = []
        search(path.dropFirst(), from: 0, [], &matches)
        let method = call.request.method == .head ? Method.get : call.request.method
        for match in matches {
            guard let place = match.routes.first(where: { routes[$0].method == method }) else { continue }
            call.parameters = match.parameters
            return routes[place]
        }
        return try other(method, of: matches.flatMap(\.routes).sorted().map { routes[$0] })
    }

    /// Finds the templates of a path: where a name fits, it comes before a parameter.
    private func search(
        _ path: ArraySlice<UInt8>, from node: Int, _ parameters: [ArraySlice<UInt8>], _ matches: inout [Match]
    ) {
        let end = path.firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex
        let segment = path[..<end]
        if let next = nodes[node].names.first(where: { $0.name.elementsEqual(segment) })?.node {
            follow(path, behind: end, from: next, parameters, &matches)
        }
        if let next = nodes[node].parameter {
            follow(path, behind: end, from: next, parameters + [segment], &matches)
        }
    }

    private func follow(
        _ path: ArraySlice<UInt8>, behind end: Int, from node: Int, _ parameters: [ArraySlice<UInt8>],
        _ matches: inout [Match]
    ) {
        if end < path.endIndex {
            search(path[(end + 1)...], from: node, parameters, &matches)
        } else if !nodes[node].routes.isEmpty {
            matches.append(Match(routes: nodes[node].routes, parameters: parameters))
        }
    }

    /// What a path has where no route has the method; `fitting` are its routes in the order of the table.
    private func other(_ method: Method, of fitting: [Route]) throws(Problem) -> Route {
        guard let first = fitting.first else { throw Problem(.notFound) }
        if method == .options {
            return Self.options(first.template, Self.allowed(fitting)).numbered(first.number)
        }
        var problem = Problem(.methodNotAllowed)
        problem.fields = [(.allow, Self.allowed(fitting))]
        throw problem
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
