/// What a token lets its holder be; none at all is the public (domain.md §3.1).
package enum Role: String, CaseIterable, Sendable {
    case `public`
    case cityAdmin = "city_admin"
    case cityReader = "city_reader"
    case areaOfficer = "area_officer"
    case carrier
    case foundation
    case company
    case network
    case portal
    /// Health details and metrics; touches nothing of the city's (api.md §3).
    case monitor
}

extension Role {
    /// Whether an organisation of `kind` may hold a token with this role.
    package func fits(_ kind: Organization.Kind) -> Bool {
        switch self {
        case .public: false
        case .cityAdmin, .cityReader, .areaOfficer, .monitor: kind == .cityUnit
        case .carrier: kind == .carrier || kind == .school
        case .foundation: kind == .foundation
        case .company: kind == .company
        case .network: kind == .network || kind == .intermediary
        case .portal: kind == .portal
        }
    }
}

/// What a token may be used for; it can only take away from the role (domain.md §3.3).
package enum Scope: String, CaseIterable, Sendable {
    case organizationsRead = "organizations:read"
    case organizationsWrite = "organizations:write"
    case organizationsVerify = "organizations:verify"
    case contactsRead = "contacts:read"
    case contactsWrite = "contacts:write"
    case areasWrite = "areas:write"
    case needsRead = "needs:read"
    case needsWrite = "needs:write"
    case needsRedact = "needs:redact"
    case offersRead = "offers:read"
    case offersWrite = "offers:write"
    case programmesRead = "programmes:read"
    case programmesWrite = "programmes:write"
    case suggestionsRead = "suggestions:read"
    case introductionsRead = "introductions:read"
    case introductionsWrite = "introductions:write"
    case commitmentsRead = "commitments:read"
    case commitmentsWrite = "commitments:write"
    case commitmentsAttribute = "commitments:attribute"
    case feedRead = "feed:read"
    case externalWrite = "external:write"
    case importsWrite = "imports:write"
    case tokensWrite = "tokens:write"
    case opsRead = "ops:read"
    case metricsRead = "metrics:read"
    case exportsRead = "exports:read"
    case privacyWrite = "privacy:write"
    case opsWrite = "ops:write"
}

extension Set<Scope> {
    /// Whether these scopes cover `scope`; `…:write` implies `…:read` of the same resource.
    package func allow(_ scope: Scope) -> Bool {
        contains(scope) || scope.implying.map(contains) ?? false
    }
}

extension Scope {
    /// The wider scope that implies this one.
    var implying: Scope? {
        guard rawValue.hasSuffix(":read") else { return nil }
        return Scope(rawValue: rawValue.dropLast("read".count) + "write")
    }
}
