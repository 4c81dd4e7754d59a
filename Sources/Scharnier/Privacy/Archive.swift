/// Everything that is kept about an organisation or a contact, as its owner may see it (GDPR Article 15 and 20).
package struct Archive: Sendable {
    /// What it is about.
    package let subject: Subject
    package let id: Identifier<Change>

    /// As whom the records are shown: the organisation itself, whoever asks for them.
    package let viewer: Party
    package let organization: Organization
    package var contacts: [Contact] = []
    package var needs: [Need] = []
    package var offers: [Offer] = []
    package var introductions: [Introduced] = []

    package var commitments: [(commitment: Commitment, advice: [Commitment.Advice])] = []
    package var programmes: [Programme] = []
    package var ideas: [Idea] = []

    /// To whom its contacts were passed on, and which ones were passed on to it.
    package var disclosures: [Disclosure] = []
    package var memberships: [Membership] = []
    package var endorsements: [Endorsement] = []
    package var assignments: [AreaAssignment] = []
    package var responsibilities: [Responsibility] = []
    package var tokens: [AccessToken] = []
    package var requests: [PrivacyRequest] = []
    package var references: [ExternalReference] = []
    package var audit: [AuditEntry] = []

    /// An introduction, and whether the viewer is told whose the offer is.
    package typealias Introduced = (introduction: Introduction, namesSupplier: Bool)

    init(_ subject: Subject, _ id: Identifier<Change>, of organization: Organization) {
        self.subject = subject
        self.id = id
        self.organization = organization
        viewer = Party(organization: organization.id, role: Role.usual(of: organization.kind))
    }
}

/// Reads what only archives ask for.
package protocol ArchiveReading {
    /// What a network said for needs.
    func endorsements(by network: Identifier<Organization>) throws -> [Endorsement]

    /// The disclosures to an organisation, oldest first.
    func disclosures(to organization: Identifier<Organization>) throws -> [Disclosure]

    /// What an organisation's records are called elsewhere.
    func externalReferences(of organization: Identifier<Organization>) throws -> [ExternalReference]

    /// What an organisation did, oldest first; reads the whole log.
    func auditEntries(by organization: Identifier<Organization>) throws -> [AuditEntry]

    /// What was done to a contact, oldest first; reads the whole log.
    func auditEntries(aboutContact id: Identifier<Contact>) throws -> [AuditEntry]

    /// All needs of a carrier, drafts too.
    func needs(of carrier: Identifier<Organization>) throws -> [Need]

    /// The needs and offers that name a contact.
    func needs(naming contact: Identifier<Contact>) throws -> [Need]
    func offers(naming contact: Identifier<Contact>) throws -> [Offer]
}

extension Role {
    /// As what an organisation of a kind usually acts.
    static func usual(of kind: Organization.Kind) -> Role {
        switch kind {
        case .carrier, .school: .carrier
        case .foundation: .foundation
        case .company: .company
        case .network, .intermediary: .network
        case .portal: .portal
        case .cityUnit: .cityReader
        }
    }
}

extension ReadTransaction {
    /// Everything about an organisation: for itself and the city.
    ///
    /// - Throws: ``Refusal/notFound``, ``Refusal/roleForbidden``.
    package func archive(ofOrganization id: Identifier<Organization>, for party: Party) throws -> Archive {
        let organization = try organization(id, for: party)
        guard party.isFrom(id) || party.role == .cityAdmin else { throw Refusal.roleForbidden }
        var archive = Archive(.organization, .init(id), of: organization)
        let viewer = archive.viewer
        archive.contacts = try contacts(of: id)
        archive.needs = try needs(of: id)
        archive.offers = try offers(of: id)
        archive.introductions = try allIntroductions(for: viewer)
        archive.commitments = try allCommitments(for: viewer).map { ($0, try advice(on: $0)) }
        archive.programmes = try programmes(of: id)
        archive.ideas = try allIdeas(of: id, for: viewer)
        archive.disclosures = try disclosures(ofContactsOf: id) + disclosures(to: id)
        archive.memberships = try memberships(of: id)
        archive.endorsements = try endorsements(by: id)
        archive.assignments = try areaAssignments().filter { $0.unit == id }
        archive.responsibilities = try responsibilities().filter { $0.content.unit == id }
        archive.tokens = try tokens(of: id)
        archive.requests = try privacyRequests(of: id)
        archive.references = try externalReferences(of: id)
        archive.audit = try auditEntries(by: id)
        return archive
    }

    /// Everything about a contact: for its organisation and the city.
    ///
    /// - Throws: ``Refusal/notFound``, ``Refusal/roleForbidden``.
    package func archive(ofContact id: Identifier<Contact>, for party: Party) throws -> Archive {
        let contact = try contact(id, for: party)
        guard party.isFrom(contact.organization) || party.role == .cityAdmin,
            let organization = try organization(contact.organization)
        else { throw Refusal.roleForbidden }
        var archive = Archive(.contact, .init(id), of: organization)
        let viewer = archive.viewer
        archive.contacts = [contact]
        archive.needs = try needs(naming: id)
        archive.offers = try offers(naming: id)
        archive.introductions = try introductions(naming: id).map { try introduced($0, to: viewer) }
        archive.disclosures = try disclosures(of: id)
        archive.assignments = try areaAssignments().filter { $0.content.contact == id }
        archive.requests = try privacyRequests(about: id)
        archive.audit = try auditEntries(aboutContact: id)
        return archive
    }

    private func allIntroductions(for viewer: Party) throws -> [Archive.Introduced] {
        var query = IntroductionQuery(party: viewer)
        query.limit = PageSize.largest
        var found: [Archive.Introduced] = []
        repeat {
            let page = try introductions(query)
            for item in page.items { found.append(try introduced(item, to: viewer)) }
            query.after = page.next
        } while query.after != nil
        return found
    }

    private func allCommitments(for viewer: Party) throws -> [Commitment] {
        var query = CommitmentQuery(party: viewer)
        query.limit = PageSize.largest
        var found: [Commitment] = []
        repeat {
            let page = try commitments(query)
            found += page.items
            query.after = page.next
        } while query.after != nil
        return found
    }

    private func allIdeas(of owner: Identifier<Organization>, for viewer: Party) throws -> [Idea] {
        var query = IdeaQuery(party: viewer)
        query.organizations = [owner]
        query.limit = PageSize.largest
        var found: [Idea] = []
        repeat {
            let page = try ideas(query)
            found += page.items
            query.after = page.next
        } while query.after != nil
        return found
    }

    private func introduced(_ introduction: Introduction, to viewer: Party) throws -> Archive.Introduced {
        (introduction: introduction, namesSupplier: try namesSupplier(of: introduction, to: viewer))
    }
}
