import Scharnier
import Testing

@Suite struct OperationTests {
    /// The rows of domain.md §3.2, cells in the order PUB CAR FND COM NET POR OFF CIT RDR.
    static let matrix: [(row: String, operation: Operation, scope: String?, cells: String)] = [
        ("1", .readOrganizations, "organizations:read", "p v v v v c v * v"),
        ("2", .register, nil, "p – – – – – a * –"),
        ("3", .createOrganization, "organizations:write", "– – – – – – a * –"),
        ("4", .updateOrganization, "organizations:write", "– o o o o o a * –"),
        ("5", .verifyOrganization, "organizations:verify", "– – – – – – a * –"),
        ("6 propose", .proposeTaxStatus, "organizations:write", "– o o o o – a * –"),
        ("6 confirm", .confirmTaxStatus, "organizations:verify", "– – – – – – a * –"),
        ("7", .readContacts, "contacts:read", "– t t t t c a * –"),
        ("8", .writeContacts, "contacts:write", "– o o o o o a * –"),
        ("9", .readDisclosures, "contacts:read", "– o o o o o o * –"),
        ("10", .readAreas, nil, "p v v v v v v * v"),
        ("11", .writeAreas, "areas:write", "– – – – – – – * –"),
        ("12 read", .readMemberships, "organizations:read", "p v v v v c v * v"),
        ("12 write", .writeMemberships, "organizations:write", "– o o o o – a * –"),
        ("14", .readNeeds, "needs:read", "p v v v v c v * v"),
        ("15", .writeNeeds, "needs:write", "– o – – o – a – –"),
        ("16", .redact, "needs:redact", "– – – – – – a * –"),
        ("17", .transitionNeeds, "needs:write", "– o – – o – a * –"),
        ("18", .checkNeeds, "needs:read", "– o – – o – a * –"),
        ("19 issue", .issueIntakeLinks, "needs:write", "– – – – – – a * –"),
        ("19 use", .useIntakeLink, nil, "p – – – – – – – –"),
        ("20", .endorse, "needs:write", "– – – – o – a – –"),
        ("21 read", .readIdeas, "needs:read", "p v v v v c v * v"),
        ("21 create", .createIdeas, "needs:write", "– o o o o – a * –"),
        ("23", .readOffers, "offers:read", "p v v v v c v * v"),
        ("24", .writeOffers, "offers:write", "– o o o o – a o –"),
        ("26", .readProgrammes, "programmes:read", "p v v v v v v * v"),
        ("27", .writeProgrammes, "programmes:write", "– – o o o – – o –"),
        ("29", .suggestOffers, "suggestions:read", "– o – – o – a * –"),
        ("30", .suggestNeeds, "suggestions:read", "– o o o o – a * –"),
        ("31", .explainPair, "suggestions:read", "– o o o o – a * –"),
        ("32", .planAllocations, "suggestions:read", "– – o o o – a * –"),
        ("32 adopt", .adoptAllocations, "introductions:write", "– – o o o – a * –"),
        ("33", .readIntroductions, "introductions:read", "– t t t t t a * –"),
        ("34", .proposeIntroduction, "introductions:write", "– o o o t c a * –"),
        ("35", .transitionIntroductions, "introductions:write", "– t t t t t a * –"),
        // The public and city readers see aggregates and portals a state, none of which there is yet.
        ("36", .readCommitments, "commitments:read", "– t t t t – a * –"),
        ("37", .writeCommitments, "commitments:write", "– t t t t – a o –"),
        ("38", .decideCommitments, "commitments:attribute", "– – – – – – a * –"),
        // Row 63 for those of row 68; a portal's cell is closed until carriers can consent.
        ("63", .writeExternal, "external:write", "– o o o o – a * –"),
        ("68", .writeImports, "imports:write", "– o o o o – a * –"),
        ("65", .readFeed, "feed:read", "– o o o o c a * –"),
        ("76", .readInbox, nil, "– o o o o o a * o"),
        ("72", .exportOwn, "exports:read", "– o o o o o – * –"),
        ("74 open", .openPrivacyRequests, "privacy:write", "– o o o o o a * –"),
        ("74 process", .processPrivacyRequests, "privacy:write", "– – – – – – – * –"),
        ("77 read", .readRetention, "ops:read", "– – – – – – – * –"),
        ("77 run", .runRetention, "ops:write", "– – – – – – – * –"),
        // The command line alone gives `tokens:write` (api.md §3), so one's own token takes no scope.
        ("75 own", .writeOwnTokens, nil, "– o o o o o o * o"),
        ("75 issue", .writeTokens, "tokens:write", "– – – – – – – * –"),
    ]

    private static let columns: [Role] = [
        .public, .carrier, .foundation, .company, .network, .portal, .areaOfficer, .cityAdmin, .cityReader,
    ]

    private static let reaches: [Substring: Reach] = [
        "–": .none, "o": .own, "t": .party, "a": .area, "p": .released, "v": .released, "c": .released,
        "*": .all,
    ]

    @Test(arguments: matrix.indices)
    func `every cell is that of the specification`(index: Int) {
        let (row, operation, scope, cells) = Self.matrix[index]
        let split = cells.split(separator: " ")
        #expect(operation.scope?.rawValue == scope, "\(row)")
        #expect(split.count == Self.columns.count)
        for (role, cell) in zip(Self.columns, split) {
            #expect(operation.reach(of: role) == Self.reaches[cell], "row \(row), \(role)")
        }
    }

    @Test func `a monitor reaches as far as the public, and the metrics`() {
        for operation in Operation.all where operation.scope != .metricsRead {
            #expect(operation.reach(of: .monitor) == operation.reach(of: .public))
        }
        let readers = Role.allCases.filter { Operation.readMetrics.reach(of: $0) != .none }
        #expect(readers == [.cityAdmin, .monitor])
    }

    @Test func `the operator reaches as far as the public, and the tokens and metrics`() {
        let further = Operation.all.filter { $0.reach(for: .operator(user: 0)) != $0.reach(of: .public) }
        #expect(further.map(\.scope) == [nil, .tokensWrite, .metricsRead, .opsRead, .opsWrite])
        #expect(further.allSatisfy { $0.reach(for: .operator(user: 0)) == .all })
        for operation in Operation.all {
            #expect(operation.reach(for: .cityAdmin) == operation.reach(of: .cityAdmin))
        }
    }

    @Test func `what is public is open to every role`() {
        for role in Role.allCases { #expect(Operation.readPublic.reach(of: role) == .released) }
        #expect(Operation.readPublic.scope == nil)
    }

    @Test func `every role with a token may ask who it is`() {
        #expect(Operation.readOwnToken.scope == nil)
        for role in Role.allCases where role != .public && role != .monitor {
            #expect(Operation.readOwnToken.reach(of: role) != .none, "\(role)")
        }
    }

    @Test func `all rows are listed`() {
        // The logs of offers, organisations, memberships, programmes and ideas, what is done with an idea (its officers
        // moderate it, a carrier adopts it), the endorsements of a need, the assignments of areas, the own
        // token, metrics, the search, what is public, the use of a link that confirms, the workbench and what recipients of
        // a contact confirm have no row of their own.
        #expect(Operation.all.count == Self.matrix.count + 15)
    }

    /// What a token of each role can be given at most, read off the columns above.
    static let usable: [(Role, String)] = [
        (.public, "needs:read offers:read organizations:read programmes:read"),
        (.cityReader, "needs:read offers:read organizations:read programmes:read"),
        (
            .carrier,
            """
            commitments:read commitments:write contacts:read contacts:write exports:read external:write feed:read \
            imports:write introductions:read introductions:write needs:read needs:write \
            offers:read offers:write organizations:read organizations:write privacy:write programmes:read \
            suggestions:read
            """
        ),
        (
            .foundation,
            """
            commitments:read commitments:write contacts:read contacts:write exports:read external:write feed:read \
            imports:write introductions:read introductions:write needs:read needs:write \
            offers:read offers:write organizations:read organizations:write privacy:write programmes:read \
            programmes:write suggestions:read
            """
        ),
        (
            .portal,
            """
            contacts:read contacts:write exports:read feed:read introductions:read introductions:write needs:read \
            offers:read organizations:read organizations:write privacy:write programmes:read
            """
        ),
        (
            .areaOfficer,
            """
            commitments:attribute commitments:read commitments:write contacts:read contacts:write \
            external:write feed:read imports:write introductions:read introductions:write needs:read \
            needs:redact needs:write offers:read offers:write organizations:read organizations:verify \
            organizations:write privacy:write programmes:read suggestions:read
            """
        ),
        (
            .cityAdmin,
            """
            areas:write commitments:attribute commitments:read commitments:write contacts:read contacts:write \
            exports:read external:write feed:read imports:write introductions:read introductions:write \
            metrics:read needs:read needs:redact needs:write offers:read offers:write ops:read ops:write \
            organizations:read organizations:verify organizations:write privacy:write programmes:read \
            programmes:write suggestions:read tokens:write
            """
        ),
        (.monitor, "metrics:read ops:read"),
    ]

    @Test(arguments: usable)
    func `a role can use the scopes of its column and no other`(role: Role, scopes: String) {
        #expect(role.usableScopes.map(\.rawValue).sorted() == scopes.split(separator: " ").map(String.init))
    }

    @Test func `a network can use what a carrier can and give besides, a company what a foundation can`() {
        #expect(Role.network.usableScopes == Role.carrier.usableScopes.union([.programmesWrite]))
        #expect(Role.company.usableScopes == Role.foundation.usableScopes)
    }
}
