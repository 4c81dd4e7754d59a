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

    /// What content is read, if not JSON or a merge patch.
    private let otherContentTypes: [String]

    /// What a success can be written in besides JSON, where the caller wants that and no JSON.
    let offers: [Answer.MediaType]

    /// Its place in ``API/routes``.
    private(set) var number = 0

    /// What is done in the last of several transactions, with the answer that it will give.
    package typealias Closing = @Sendable (any WriteTransaction, Answer) throws -> Void

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
        /// In several transactions, on the thread for such work.
        case steps(@Sendable (Call, any Steps, @escaping Route.Closing) throws -> Answer)
    }

    /// Whether it writes, and so can be tried out, and repeated under a key.
    package var isWriting: Bool { work.isWriting }

    /// Whether it brings many records at once.
    var isImport: Bool {
        if case .steps = work { return template == "/v1/imports" }
        return false
    }

    enum Segment: Equatable, Sendable {
        case name([UInt8])
        case parameter
    }

    init(
        _ method: Method, _ template: String, _ operation: Operation, parameters: Set<String> = [],
        list: ListForm? = nil, item: ItemForm? = nil, isReleasing: Bool = false,
        offers: [Answer.MediaType] = [], contentTypes: [String] = [], deprecation: Deprecation? = nil,
        _ work: Work
    ) {
        self.offers = offers
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
        otherContentTypes = contentTypes
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

    /// The types of content that are read, the usual one first.
    package var contentTypes: [String] {
        guard otherContentTypes.isEmpty else { return otherContentTypes }
        return [method == .patch ? "application/merge-patch+json" : "application/json"]
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

    /// What a success can be written in, the usual first; parts of items only in one way.
    private func mediaTypes(of call: Call) -> [String] {
        let usual = mediaType(of: call)
        guard usual == Answer.MediaType.json.name else { return [usual] }
        return [usual] + offers.map(\.name) + (isExportable ? ExportFormat.allCases.map(\.rawValue) : [])
    }

    /// What a success is written in if nothing else is asked for.
    private func mediaType(of call: Call) -> String {
        switch template {
        case _ where item != nil && call.query["fields"] != nil: Answer.MediaType.sparse.name
        case "/openapi.yaml": "application/yaml"
        case "/metrics": "text/plain"
        case "/style.css": Answer.MediaType.style.name
        case "/docs", "/docs/{page}", "/problems/{code}": Answer.MediaType.page.name
        default: Answer.MediaType.json.name
        }
    }

    private func checkFormats(_ call: Call) throws(Problem) {
        let accept = call.request.fields.first(.accept)
        let mediaTypes = mediaTypes(of: call)
        guard mediaTypes.contains(where: { MediaRange.accepts(accept, $0) }) else {
            throw Problem(.notAcceptable, extra: [("offered", .strings(mediaTypes))])
        }
        guard takesBody else { return }
        let isIdentity = call.request.fields.first(.contentEncoding) == nil
        let type = call.request.fields.first(.contentType)
        guard isIdentity, contentTypes.contains(where: { MediaRange.isType(type, $0) }) else {
            var problem = Problem(.mediaTypeUnsupported)
            problem.fields = [
                (method == .patch ? "Accept-Patch" : .accept, contentTypes.joined(separator: ", ")),
                ("Accept-Encoding", "identity"),
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
    /// What lists a page, if that is what it does.
    var list: Export.List? {
        switch self {
        case .read(let work), .heavy(let work): work
        case .plain, .write, .prepared, .steps: nil
        }
    }

    fileprivate var isWriting: Bool {
        switch self {
        case .plain, .read, .heavy: false
        case .write, .prepared, .steps: true
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

    /// The type that `Accept` prefers; the first of those that it prefers alike (RFC 9110 §12.5.1).
    static func preferred(_ field: ArraySlice<UInt8>, among types: [String]) -> String? {
        let ranges = String(decoding: field, as: UTF8.self).lowercased().split(separator: ",").map { part in
            let pieces = part.split(separator: ";").map(\.trimmingBlanks)
            return (name: pieces.first.map(String.init) ?? "", weight: weight(pieces.dropFirst()))
        }
        var best: (type: String, weight: Int)?
        for type in types {
            let family = type.prefix { $0 != "/" } + "/*"
            // The most specific range that fits is the one that counts.
            let fitting = [type, String(family), "*/*"].lazy.compactMap { name in
                ranges.first { $0.name == name }
            }.first
            if let weight = fitting?.weight, weight > best?.weight ?? 0 { best = (type, weight) }
        }
        return best?.type
    }

    /// The quality value among the parameters of a range, in thousandths.
    private static func weight(_ parameters: ArraySlice<Substring>) -> Int {
        guard let text = parameters.first(where: { $0.hasPrefix("q=") })?.dropFirst(2) else { return 1000 }
        let digits = text.utf8.filter { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }.prefix(4)
        return (0..<4).reduce(0) { $0 * 10 + ($1 < digits.count ? Int(digits[$1]) - 48 : 0) }
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
