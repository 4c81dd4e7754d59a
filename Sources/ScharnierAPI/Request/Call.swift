import Digest
package import HTTPWire
import JSON
package import Scharnier

/// A request together with all that the API found out about it.
package struct Call: Sendable {
    package internal(set) var request: Request

    /// The request's identifier, as it stands in the answer, the log and the audit entry; a trusted proxy's, if it gave
    /// one (api.md §14).
    package let id: String

    /// What the caller and those in front call it.
    let foreign: ForeignIDs
    package let now: Instant
    package let language: Language
    package internal(set) var party: Party = .public
    package internal(set) var token: AccessToken?
    let settings: API.Settings

    /// The parameters behind the path, read once.
    private(set) var query: Query

    /// What is wrong with them, if they could not be read.
    private(set) var queryFault: Problem?

    /// Who sends it.
    let client: Client

    /// When it began, in nanoseconds of the settings' monotonic clock.
    let begun: Int64

    /// What is left of the quotas it counts against.
    var readings: [Meter.Reading] = []

    /// How its items are to be shown, if not as they are.
    var view: ItemView?

    /// Whether its route gives a list.
    var isOfList = false

    /// That its operation will go away, if it will.
    var deprecation: Deprecation?

    /// The number of its route, once that is found.
    var route: Int?

    /// The values of the template's `{names}`, in their order.
    var parameters: [ArraySlice<UInt8>] = []

    init(_ request: Request, id: String, now: Instant, begun: Int64 = 0, settings: API.Settings) {
        self.request = request
        self.now = now
        self.settings = settings
        self.begun = begun
        client = settings.client(PartialRequest(request))
        foreign = ForeignIDs(request.fields)
        self.id = foreign.id(else: id, from: client)
        (query, queryFault) = Query.reading(request.query)
        language = LanguagePreference.language(
            request.fields.first("Accept-Language"), else: settings.defaultLanguage)
    }

    /// The same with other parameters behind the path.
    func asking(_ query: [UInt8]) -> Call {
        var call = self
        call.request.query = query
        (call.query, call.queryFault) = Query.reading(query)
        return call
    }

    /// Whether it came in by the control socket, to which the server lets only root and its own user.
    var isFromOperator: Bool { request.origin.purpose == .control }

    /// The system's user who came in by the control socket; nobody is let in there whom the kernel does not name.
    var operatorUser: UInt32? { isFromOperator ? request.origin.credentials?.user : nil }

    /// `Host` must be one of the configured names, if there are any; the control socket has no name.
    ///
    /// What a target names with `https` must have come encrypted, to this server or to a proxy that is trusted (RFC 9110
    /// §7.4): nobody else can know whose it is.
    func checkHost() throws(Problem) {
        guard client.protection == .encrypted || !request.demandsEncryption else {
            throw Problem(WireError.misdirectedRequest, .unencrypted)
        }
        guard !settings.hosts.isEmpty, !isFromOperator, let host = request.host else { return }
        guard settings.hosts.contains(where: { $0.utf8.elementsEqual(host.host) }) else {
            throw Problem(WireError.misdirectedRequest)
        }
    }

    /// The identifier in the path at `position`.
    ///
    /// - Throws: ``Refusal/notFound`` for any other form, so that malformed and missing look alike.
    func identifier<Entity>(_ position: Int = 0, of _: Entity.Type = Entity.self) throws(Refusal)
        -> Identifier<Entity>
    {
        guard parameters.indices.contains(position), let id = Identifier<Entity>(utf8: parameters[position])
        else {
            throw .notFound
        }
        return id
    }

    /// The body as JSON, whose syntax has to be right.
    func json() throws(Problem) -> JSONValue {
        do {
            return try JSONValue(parsing: request.body, limits: settings.json)
        } catch {
            throw Problem(error)
        }
    }

    /// The body as a form to read from.
    func form(readOnly: Set<String> = []) throws -> Form {
        try Form(json(), readOnly: readOnly)
    }
}

extension Wording {
    fileprivate static let unencrypted = Wording(
        "Die Adresse beginnt mit https, aber die Verbindung ist nicht verschlüsselt.",
        "The target begins with https, but the connection is not encrypted.")
}

/// Reads `Accept-Language`: the lookup scheme of RFC 4647 §3.4 over German and English.
enum LanguagePreference {
    /// The best language for a caller, `fallback` if nothing fits.
    static func language(_ value: ArraySlice<UInt8>?, else fallback: Language) -> Language {
        guard let value else { return fallback }
        var best: (language: Language, weight: Int)?
        for part in value.split(separator: UInt8(ascii: ",")) {
            let pieces = part.split(separator: UInt8(ascii: ";"), maxSplits: 1)
            guard let tag = pieces.first, let language = language(ofTag: tag) else { continue }
            let weight = pieces.count > 1 ? weight(pieces[1]) : 1000
            if weight > (best?.weight ?? 0) { best = (language, weight) }
        }
        return best?.language ?? fallback
    }

    private static func language(ofTag tag: ArraySlice<UInt8>) -> Language? {
        let letters = tag.filter { $0 != UInt8(ascii: " ") }.map { $0 | 0x20 }
        guard letters.count == 2 || letters.dropFirst(2).first == UInt8(ascii: "-") | 0x20 else { return nil }
        return Language(rawValue: String(decoding: letters.prefix(2), as: UTF8.self))
    }

    /// A quality value (RFC 9110 §12.4.2) in thousandths; anything unreadable counts nothing.
    private static func weight(_ parameter: ArraySlice<UInt8>) -> Int {
        let text = parameter.filter { $0 != UInt8(ascii: " ") }
        guard text.starts(with: [UInt8(ascii: "q"), UInt8(ascii: "=")]) else { return 0 }
        var value = 0
        var scale = 1000
        for byte in text.dropFirst(2).prefix(5) where byte != UInt8(ascii: ".") {
            guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return 0 }
            value += Int(byte - UInt8(ascii: "0")) * scale
            scale /= 10
        }
        return min(value, 1000)
    }
}
