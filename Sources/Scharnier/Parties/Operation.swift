/// How far a role reaches in an operation: one cell of the matrix in domain.md §3.2.
package enum Reach: String, CaseIterable, Sendable {
    /// Refused.
    case none
    /// Records of its own organisation.
    case own
    /// Own records, and those it is a party to.
    case party
    /// As `party`, and those of its areas and stewarded organisations.
    case area
    /// Whatever rule V shows.
    case released
    /// Everything.
    case all
}

/// One row of the role matrix: who may call, and with which scope.
///
/// The cell says who may call at all; the rule of the record decides about the record.
package struct Operation: Sendable {
    /// The scope that a token must have; none where any token, or no token, will do.
    package let scope: Scope?

    private let reaches: [Reach]
    private let monitorReach: Reach?
    private let operatorReach: Reach?

    /// A row, its cells in the order PUB CAR FND COM NET POR OFF CIT RDR of domain.md §3.2.
    ///
    /// A monitor and the operator, who are in no column there, reach as far as the public unless the row says more.
    private init(_ scope: Scope?, _ row: String, monitor: Reach? = nil, operator: Reach? = nil) {
        self.scope = scope
        monitorReach = monitor
        operatorReach = `operator`
        self.reaches = row.split(separator: " ").map { Operation.reach($0) }
    }

    /// How far `party` reaches, its scopes aside.
    package func reach(for party: Party) -> Reach {
        party.isOperator ? operatorReach ?? reaches[0] : reach(of: party.role)
    }

    /// How far `role` reaches.
    package func reach(of role: Role) -> Reach {
        switch role {
        case .public: reaches[0]
        case .carrier: reaches[1]
        case .foundation: reaches[2]
        case .company: reaches[3]
        case .network: reaches[4]
        case .portal: reaches[5]
        case .areaOfficer: reaches[6]
        case .cityAdmin: reaches[7]
        case .cityReader: reaches[8]
        case .monitor: monitorReach ?? reaches[0]
        }
    }

    private static func reach(_ cell: Substring) -> Reach {
        switch cell {
        case "o": .own
        case "t": .party
        case "a": .area
        case "p", "v", "c": .released
        case "*": .all
        default: .none
        }
    }
}

extension Operation {
    package static let readOrganizations = Operation(.organizationsRead, "p v v v v c v * v")
    package static let register = Operation(nil, "p - - - - - a * -")
    package static let createOrganization = Operation(.organizationsWrite, "- - - - - - a * -")
    package static let updateOrganization = Operation(.organizationsWrite, "- o o o o o a * -")
    package static let verifyOrganization = Operation(.organizationsVerify, "- - - - - - a * -")
    package static let proposeTaxStatus = Operation(.organizationsWrite, "- o o o o - a * -")
    package static let confirmTaxStatus = Operation(.organizationsVerify, "- - - - - - a * -")
    package static let readMemberships = Operation(.organizationsRead, "p v v v v c v * v")
    package static let writeMemberships = Operation(.organizationsWrite, "- o o o o - a * -")
    /// The log of a membership: both sides, read-only.
    package static let checkMembership = Operation(.organizationsRead, "- o o o o - a * -")
    /// Any token that may read needs (domain.md §4.1: `endorsement` is for tokens).
    package static let readEndorsements = Operation(.needsRead, "- v v v v c v * v")
    package static let endorse = Operation(.needsWrite, "- - - - o - a - -")
    package static let readContacts = Operation(.contactsRead, "- t t t t c a * -")
    package static let writeContacts = Operation(.contactsWrite, "- o o o o o a * -")
    package static let readDisclosures = Operation(.contactsRead, "- o o o o o o * -")
    package static let readAreas = Operation(nil, "p v v v v v v * v")
    package static let writeAreas = Operation(.areasWrite, "- - - - - - - * -")
    /// Any token (domain.md §4.1: `area_assignment` is for tokens).
    package static let readAssignments = Operation(nil, "- v v v v v v * v")
    /// Row 76: what waits for the caller; any token.
    package static let readInbox = Operation(nil, "- o o o o o a * o")
    /// Whoever may read anything that is searched; what a token lacks the scope for is not searched.
    package static let search = Operation(nil, "p v v v v c v * v")
    package static let readNeeds = Operation(.needsRead, "p v v v v c v * v")
    package static let writeNeeds = Operation(.needsWrite, "- o - - o - a - -")
    package static let transitionNeeds = Operation(.needsWrite, "- o - - o - a * -")
    /// Row 16: needs and offers.
    package static let redact = Operation(.needsRedact, "- - - - - - a * -")
    package static let checkNeeds = Operation(.needsRead, "- o - - o - a * -")
    package static let readOffers = Operation(.offersRead, "p v v v v c v * v")
    package static let writeOffers = Operation(.offersWrite, "- o o o o - a o -")
    /// The log of an offer: row 24 for its owner, read-only.
    package static let checkOffers = Operation(.offersRead, "- o o o o - a * -")
    /// The log of an organisation: row 4, read-only.
    package static let checkOrganization = Operation(.organizationsRead, "- o o o o o a * -")
    /// Row 32: one's own plans; what is adopted of them are introductions.
    package static let planAllocations = Operation(.suggestionsRead, "- - o o o - a * -")
    package static let adoptAllocations = Operation(.introductionsWrite, "- - o o o - a * -")
    package static let readProgrammes = Operation(.programmesRead, "p v v v v v v * v")
    package static let writeProgrammes = Operation(.programmesWrite, "- - o o o - - o -")
    /// The log of a programme: row 27, read-only.
    package static let checkProgrammes = Operation(.programmesRead, "- - o o o - - * -")
    /// Row 21: to read, to hand in, to decide and to adopt.
    package static let readIdeas = Operation(.needsRead, "p v v v v c v * v")
    package static let createIdeas = Operation(.needsWrite, "- o o o o - a * -")
    package static let transitionIdeas = Operation(.needsWrite, "- o - - o - a * -")
    /// The log of an idea: whoever is a party to it, read-only.
    package static let checkIdeas = Operation(.needsRead, "- t t t t - a * -")
    package static let suggestOffers = Operation(.suggestionsRead, "- o - - o - a * -")
    package static let suggestNeeds = Operation(.suggestionsRead, "- o o o o - a * -")
    package static let explainPair = Operation(.suggestionsRead, "- o o o o - a * -")
    package static let readIntroductions = Operation(.introductionsRead, "- t t t t t a * -")
    package static let proposeIntroduction = Operation(.introductionsWrite, "- o o o t c a * -")
    package static let transitionIntroductions = Operation(.introductionsWrite, "- t t t t t a * -")
    /// Rows 36 to 38; the cells of those who see no more than aggregates, or the state, are closed until there are any.
    package static let readCommitments = Operation(.commitmentsRead, "- t t t t - a * -")
    package static let writeCommitments = Operation(.commitmentsWrite, "- t t t t - a o -")
    package static let decideCommitments = Operation(.commitmentsAttribute, "- - - - - - a * -")
    package static let readFeed = Operation(.feedRead, "- o o o o c a * -")
    /// Row 63 for those of row 68: one record at a time.
    ///
    /// A portal's cell is closed until there are consents.
    package static let writeExternal = Operation(.externalWrite, "- o o o o - a * -")
    package static let writeImports = Operation(.importsWrite, "- o o o o - a * -")
    package static let writeOwnTokens = Operation(nil, "- o o o o o o * o", operator: .all)
    package static let writeTokens = Operation(.tokensWrite, "- - - - - - - * -", operator: .all)
    package static let readOwnToken = Operation(nil, "- o o o o o o * o")
    package static let issueIntakeLinks = Operation(.needsWrite, "- - - - - - a * -")
    /// Whoever has the secret of a link: row 19, and R-20 for confirming.
    package static let useIntakeLink = Operation(nil, "p - - - - - - - -")
    package static let useConfirmLink = Operation(nil, "p p p p p p p p p")
    /// Row 74: who passes on what a person asks for, and who does it.
    package static let openPrivacyRequests = Operation(.privacyWrite, "- o o o o o a * -")
    package static let processPrivacyRequests = Operation(.privacyWrite, "- - - - - - - * -")
    /// As row 67, for those to whom a contact was disclosed.
    package static let acknowledgeNotices = Operation(.contactsRead, "- o o o o o o * -")
    /// Row 72.
    package static let exportOwn = Operation(.exportsRead, "- o o o o o - * -")
    /// Row 77, and the operator of the machine.
    package static let readRetention = Operation(.opsRead, "- - - - - - - * -", operator: .all)
    package static let runRetention = Operation(.opsWrite, "- - - - - - - * -", operator: .all)
    /// The desk of whoever is in charge of areas (F-27).
    package static let readWorkbench = Operation(.needsRead, "- - - - - - a * -")
    /// Outside the matrix: api.md §14.
    package static let readMetrics = Operation(
        .metricsRead, "- - - - - - - * -", monitor: .all, operator: .all)
    package static let readPublic = Operation(nil, "p p p p p p p p p")

    /// Every row that exists, to issue only scopes that a role can use.
    package static let all: [Operation] = [
        readOrganizations, createOrganization, updateOrganization, verifyOrganization, readContacts,
        writeContacts, readDisclosures, readAreas, readNeeds, writeNeeds, transitionNeeds, checkNeeds,
        readOffers,
        writeOffers, checkOffers, checkOrganization, suggestOffers, suggestNeeds, explainPair,
        readIntroductions, proposeIntroduction,
        transitionIntroductions, readFeed, writeExternal, writeImports, writeOwnTokens, writeTokens,
        readOwnToken, readMetrics,
        readPublic, register, proposeTaxStatus, confirmTaxStatus,
        readMemberships, writeMemberships, checkMembership, readEndorsements, endorse,
        issueIntakeLinks, useIntakeLink, useConfirmLink,
        writeAreas, readAssignments, redact, readInbox, search,
        readCommitments, writeCommitments, decideCommitments,
        readProgrammes, writeProgrammes, checkProgrammes, readIdeas, createIdeas, transitionIdeas, checkIdeas,
        planAllocations, adoptAllocations,
        openPrivacyRequests, processPrivacyRequests, acknowledgeNotices, exportOwn, readRetention,
        runRetention,
        readWorkbench,
    ]
}

extension Role {
    /// The scopes that this role's column of the matrix can use (domain.md §3.3, preset `full`).
    package var usableScopes: Set<Scope> {
        if self == .monitor { return [.metricsRead, .opsRead] }
        var scopes = Set(Operation.all.filter { $0.reach(of: self) != .none }.compactMap(\.scope))
        // `…:write` implies `…:read`, so a role that may write may also hold the reading scope.
        if self == .cityAdmin { scopes.formUnion([.opsRead, .metricsRead]) }
        scopes.formUnion(Scope.allCases.filter { scope in scope.implying.map(scopes.contains) ?? false })
        return scopes
    }
}
