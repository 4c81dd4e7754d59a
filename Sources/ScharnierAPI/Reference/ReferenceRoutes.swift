import HTTPWire
import JSON
import Scharnier
import ScharnierFiles

/// Pages for people: the contract to read, and what each problem code means.
///
/// They are rendered where long work is done: the first of them reads the contract, which takes a tenth of a second.
enum ReferenceRoutes {
    static let all: [Route] = [
        Route(.get, "/openapi.json", .readPublic, .heavy { call, _ in try showContract(call) }),
        Route(.get, "/docs", .readPublic, parameters: ["lang"], .heavy { call, _ in try showIndex(call) }),
        Route(
            .get, "/docs/{page}", .readPublic, parameters: ["lang"], .heavy { call, _ in try showPage(call) }),
        Route(
            .get, "/problems/{code}", .readPublic, parameters: ["lang"],
            .heavy { call, _ in try showProblem(call) }),
        Route(
            .get, "/style.css", .readPublic, .plain { _ in Answer(200, body: BuiltIn.style, type: .style) }),
    ]

    private static func showContract(_: Call) throws -> Answer {
        .ok(try Contract.tree.get())
    }

    private static func showIndex(_ call: Call) throws -> Answer {
        try answer(IndexPage(root: Contract.root()), call)
    }

    /// The page of a subject, an operation or a schema: their names differ in how they begin.
    private static func showPage(_ call: Call) throws -> Answer {
        let root = try Contract.root()
        let name = String(decoding: call.parameters.first ?? [], as: UTF8.self)
        if name == "problems" { return try answer(ProblemListPage(), call) }
        if let tag = root["tags"].elements.first(where: { Subjects.subject($0).slug == name }) {
            return try answer(SubjectPage(root: root, tag: tag), call)
        }
        if let operation = DescribedOperation.all(in: root).first(where: { $0.id == name }) {
            return try answer(OperationPage(operation: operation), call)
        }
        guard root["components"]["schemas"][name].exists else { throw Problem(.notFound) }
        return try answer(SchemaPage(root: root, name: name), call)
    }

    private static func showProblem(_ call: Call) throws -> Answer {
        guard let problem = DescribedProblem.named(call.parameters.first ?? []) else {
            throw Problem(.notFound)
        }
        return try answer(ProblemPage(problem: problem, root: Contract.root()), call)
    }

    private static func answer(_ page: some ReferencePage, _ call: Call) throws -> Answer {
        let asked = try language(call)
        let frame = PageFrame(
            language: asked ?? call.language, path: String(decoding: call.request.path, as: UTF8.self),
            isLanguageAsked: asked != nil, publicURL: call.settings.publicURL)
        var answer = Answer(200, body: frame.document(of: page), type: .page).tagged()
        answer.fields = [(.contentLanguage, frame.language.rawValue)]
        return answer
    }

    /// The language that the address asks for.
    private static func language(_ call: Call) throws -> Language? {
        guard let wanted = call.query["lang"] else { return nil }
        guard let language = Language(rawValue: wanted) else {
            throw Problem(parameter: "lang", .unknownLanguage, allowed: Language.allCases.map(\.rawValue))
        }
        return language
    }
}

extension Wording {
    fileprivate static let unknownLanguage = Wording(
        "Die Seiten gibt es auf Deutsch und auf Englisch.", "The pages are in German and English.")
}
