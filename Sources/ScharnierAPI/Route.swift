package import HTTPWire
import JSON
package import Scharnier

/// One operation: the method and path template that `openapi.yaml` has, who may call it, and what answers it.
package struct Route: Sendable {
    package let method: Method
    package let template: String

    /// Who may call, and with which scope: the row of the role matrix.
    package let operation: Operation

    /// The query parameters that are declared; any other is refused.
    package let parameters: Set<String>
    package let work: Work

    /// What callers may ask of it, if it is a list of records.
    package let list: ListForm?

    /// What its items show and refer to, if callers may choose of that.
    package let item: ItemForm?

    /// That it will go away, if it will.
    package let deprecation: Deprecation?

    /// Whether it deletes, erases or revokes: that is taken also when hardly any space is left (operations.md §5).
    package let isReleasing: Bool
    let segments: [Segment]

    /// Its place in ``API/routes``.
    private(set) var number = 0

    /// Where the route runs, and what it does there (architecture.md §2).
    package enum Work: Sendable {
        /// At once, without the store.
        case plain(@Sendable (Call) throws -> Answer)
        /// On the calling thread, in one read transaction; a list that is sorted, counted or searched, and relations,
        /// as `heavy`.
        case read(@Sendable (Call, any ReadTransaction) throws -> Answer)
        /// On a worker thread, in one read transaction.
        case heavy(@Sendable (Call, any ReadTransaction) throws -> Answer)
        /// On the writer thread; the answer leaves after the commit. It may be run a second time.
        case write(@Sendable (Call, any WriteTransaction) throws -> Answer)
        /// As `write`, after what needs no transaction was done on the calling thread: there is only one writer.
        case prepared(@Sendable (Call) throws -> @Sendable (any WriteTransaction) throws -> Answer)
    }

    /// Whether it writes, and so can be tried out, and repeated under a key.
    package var isWriting: Bool { work.isWriting }

    enum Segment: Equatable, Sendable {
        case name([UInt8])
        case parameter
    }

    init(
        _ method: Method, _ template: String, _ operation: Operation, parameters: Set<String> = [],
        list: ListForm? = nil, item: ItemForm? = nil, isReleasing: Bool = false,
        deprecation: Deprecation? = nil, _ work: Work
    ) {
        self.method = method
        self.template = template
        self.operation = operation
        self.parameters =
            parameters.union(list?.parameters ?? []).union(item == nil ? [] : ItemForm.parameters)
            .union(work.isWriting ? ["dry_run"] : [])
        self.list = list
        self.item = item
        self.work = work
        self.isReleasing = isReleasing
        self.deprecation = deprecation
        segments = template.split(separator: "/").map { part in
            part.hasPrefix("{") ? .parameter : .name(Array(part.utf8))
        }
    }

    /// The same, at a place in ``API/routes``.
    func numbered(_ number: Int) -> Route {
        var route = self
        route.number = number
        return route
    }

    /// Whether a request costs more than reading one page or item from an index: it is then no work for the thread that
    /// holds the connections.
    func isDemanding(_ query: Query) -> Bool {
        guard !query.isEmpty, list != nil || item != nil else { return false }
        return query["sort"] != nil || query["count"] != nil || query["q"] != nil || query["expand"] != nil
    }

    /// Whether a body is expected.
    var takesBody: Bool { method == .post || method == .patch || method == .put }
}

extension Route {
    /// Token, scope, role, formats and parameters: checks 5 to 8 of api.md §2.
    func check(_ call: Call) throws {
        let reach = operation.reach(for: call.party)
        if reach == .none, call.party.role == .public { throw Problem(.tokenMissing) }
        if let scope = operation.scope, call.party.role != .public, !call.party.scopes.allow(scope) {
            throw Problem(.scopeMissing, extra: [("required_scope", .string(scope.rawValue))])
        }
        if reach == .none { throw Problem(.roleForbidden) }
        try checkFormats(call)
        try checkParameters(call)
        if call.request.method == .patch || call.request.method == .delete { _ = try call.versionCondition() }
    }

    private func checkParameters(_ call: Call) throws(Problem) {
        if let fault = call.queryFault { throw fault }
        for name in call.query.names where !parameters.contains(name) {
            var problem = Problem(.parameterUnknown)
            problem.errors = [.init(place: .query(name), code: "unknown_member", detail: .noSuchParameter)]
            throw problem
        }
    }

    /// What a success is written in.
    private func mediaType(of call: Call) -> String {
        switch template {
        case _ where item != nil && call.query["fields"] != nil: "application/vnd.scharnier.sparse+json"
        case "/openapi.yaml": "application/yaml"
        case "/metrics": "text/plain"
        default: "application/json"
        }
    }

    private func checkFormats(_ call: Call) throws(Problem) {
        let mediaType = mediaType(of: call)
        if !MediaRange.accepts(call.request.fields.first(.accept), mediaType) {
            throw Problem(.notAcceptable, extra: [("offered", .strings([mediaType]))])
        }
        guard takesBody else { return }
        let wanted = method == .patch ? "application/merge-patch+json" : "application/json"
        let isIdentity = call.request.fields.first(.contentEncoding) == nil
        guard isIdentity, MediaRange.isType(call.request.fields.first(.contentType), wanted) else {
            var problem = Problem(.mediaTypeUnsupported)
            problem.fields = [
                (method == .patch ? "Accept-Patch" : .accept, wanted), ("Accept-Encoding", "identity"),
            ]
            throw problem
        }
    }
}

extension Wording {
    fileprivate static let noSuchParameter = Wording(
        "Diesen Parameter gibt es hier nicht.", "There is no such parameter here.")
}

extension Route.Work {
    fileprivate var isWriting: Bool {
        switch self {
        case .plain, .read, .heavy: false
        case .write, .prepared: true
        }
    }
}

/// Media types in `Accept` and `Content-Type` (RFC 9110 §8.3.1, §12.5.1).
enum MediaRange {
    /// Whether `Accept` lets `type` pass; no field lets all pass.
    static func accepts(_ field: ArraySlice<UInt8>?, _ type: String) -> Bool {
        guard let field, !field.elementsEqual("*/*".utf8) else { return true }
        let family = type.prefix { $0 != "/" } + "/*"
        return String(decoding: field, as: UTF8.self).lowercased().split(separator: ",").contains { part in
            let pieces = part.split(separator: ";").map(\.trimmingBlanks)
            guard let range = pieces.first,
                !pieces.dropFirst().contains(where: {
                    $0 == "q=0" || $0.hasPrefix("q=0.0") && !$0.contains { "123456789".contains($0) }
                })
            else { return false }
            return range == "*/*" || range == family || range == type
        }
    }

    /// Whether `Content-Type` is `type`, in UTF-8 if it says what it is in.
    static func isType(_ field: ArraySlice<UInt8>?, _ type: String) -> Bool {
        guard let field else { return false }
        // What nearly all callers send needs no taking apart.
        if field.elementsEqual(type.utf8) { return true }
        let pieces = String(decoding: field, as: UTF8.self).lowercased().split(separator: ";").map(
            \.trimmingBlanks)
        guard pieces.first.map({ $0 == type }) == true else { return false }
        return pieces.dropFirst().allSatisfy {
            !$0.hasPrefix("charset=") || ["charset=utf-8", "charset=\"utf-8\""].contains($0)
        }
    }
}
