/// An acting body: city unit, carrier, foundation, company, network, portal (domain.md §4.1).
package struct Organization: Equatable, Identifiable, Sendable {
    package let id: Identifier<Organization>

    /// The position of its last entry in the change feed.
    package var version: Int64
    package let kind: Kind
    package var profile: Profile
    package var verification: Verification
    package var status: Status

    /// Whether an officer acts for it, and in which area.
    package var stewardArea: Identifier<Area>?
    package var revision: Int64
    package let createdAt: Instant
    package var updatedAt: Instant

    package enum Kind: String, CaseIterable, Sendable {
        case carrier, foundation, company, school
        case cityUnit = "city_unit"
        case intermediary, network, portal
    }

    package enum Status: String, CaseIterable, Sendable {
        case active, closed, merged
    }

    /// What the organisation says of itself.
    package struct Profile: Equatable, Sendable {
        package var name: String
        package var shortName: String?
        package var legalForm: LegalForm?
        package var isGrantMaking = false

        /// Whether it offers goods or services on a market, which matters for state aid.
        package var isEconomicallyActive = false
        package var register: Register?

        /// The economic identification number (§139c AO).
        package var businessID: String?
        package var size: Size?
        package var isMigrantLed = false

        /// Whether it is a small business of the neighbourhood.
        package var isLocalEconomy = false
        package var seat: Seat?
        package var isSeatPublic = true
        package var activeAreas: [Identifier<Area>] = []
        package var topics: [String] = []
        package var targetGroups: [String] = []
        package var languages: [String] = []
        package var text: String?
        package var goals: String?
        package var selectionCriteria: String?
        package var website: String?
        package var umbrella: Identifier<Organization>?
        package var taxStatus: TaxStatus?
        package var transparency = Transparency()
        package var cooperation: Cooperation?
        package var publicityDefault: Publicity = .none

        /// A profile with a name and nothing else.
        package init(name: String) {
            self.name = name
        }
    }

    /// Where it has its seat; never used to place a need.
    package struct Seat: Equatable, Sendable {
        package var street: String?
        package var postalCode: String?
        package var city: String?
        package var area: Identifier<Area>?

        /// An address, as far as it is known.
        package init(
            street: String? = nil, postalCode: String? = nil, city: String? = nil,
            area: Identifier<Area>? = nil
        ) {
            self.street = street
            self.postalCode = postalCode
            self.city = city
            self.area = area
        }
    }

    /// Whether the city, or somebody it trusts, has checked who this is.
    package struct Verification: Equatable, Sendable {
        package var status: VerificationStatus = .unverified
        package var method: VerificationMethod?

        /// The organisation that checked it.
        package var by: Identifier<Organization>?
        package var at: Instant?

        /// What was found, for the city.
        package var note: String?

        /// Not checked yet.
        package init(
            status: VerificationStatus = .unverified, method: VerificationMethod? = nil,
            by: Identifier<Organization>? = nil, at: Instant? = nil, note: String? = nil
        ) {
            self.status = status
            self.method = method
            self.by = by
            self.at = at
            self.note = note
        }
    }

    /// An organisation put together from what is kept of it.
    package init(
        id: Identifier<Organization>, version: Int64 = 0, kind: Kind, profile: Profile,
        verification: Verification = .init(), status: Status = .active, stewardArea: Identifier<Area>? = nil,
        revision: Int64 = 1, createdAt: Instant, updatedAt: Instant
    ) {
        self.id = id
        self.version = version
        self.kind = kind
        self.profile = profile
        self.verification = verification
        self.status = status
        self.stewardArea = stewardArea
        self.revision = revision
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}

extension Organization {
    package enum LegalForm: String, CaseIterable, Sendable {
        case ev
        case unregisteredAssociation = "unregistered_association"
        case ggmbh, gug, gmbh, ug, ag, eg, gbr, egbr
        case foundationPrivate = "foundation_private"
        case trustFoundation = "trust_foundation"
        case foundationPublic = "foundation_public"
        case publicCorporation = "public_corporation"
        case publicInstitution = "public_institution"
        case kg, ohg
        case soleTrader = "sole_trader"
        case freelance, informal
        case privatePerson = "private_person"
        case other
    }

    package enum Size: String, CaseIterable, Sendable {
        case micro, small, medium, large
        case volunteersOnly = "volunteers_only"
        case staffBelow5 = "staff_lt_5"
        case staff5To20 = "staff_5_20"
        case staffAbove20 = "staff_gt_20"
    }

    package enum VerificationStatus: String, CaseIterable, Sendable {
        case unverified, verified, rejected, suspended
    }

    package enum VerificationMethod: String, CaseIterable, Sendable {
        case register
        case documentSeen = "document_seen"
        case officerKnown = "officer_known"
        case networkVouched = "network_vouched"
    }
}

/// How a giver wants to be named; nobody is named unless they say so.
package enum Publicity: String, CaseIterable, Sendable {
    case none, name
    case nameAndLogo = "name_and_logo"
}

extension Organization {
    /// Whether it acts through an officer.
    package var isStewarded: Bool { stewardArea != nil }

    /// Whether it has a legal form that can receive money for itself.
    package var hasLegalForm: Bool {
        guard let form = profile.legalForm else { return false }
        return form != .informal && form != .privatePerson
    }

    /// How `party` stands to it.
    package func closeness(of party: Party) -> Closeness {
        if party.role == .cityAdmin { return .city }
        if party.isFrom(id) || isInCharge(party) { return .own }
        return isOverseen(by: party) ? .party : .anyone
    }

    /// Whether `party` is an officer of an area where it sits, works or is looked after.
    package func isOverseen(by party: Party) -> Bool {
        party.role == .areaOfficer
            && !audience.members.isDisjoint(with: party.areas.map { Audience.Member($0) })
    }

    /// Whether `party` is the officer who acts for it.
    package func isInCharge(_ party: Party) -> Bool {
        guard party.role == .areaOfficer, let stewardArea else { return false }
        return party.areas.contains(stewardArea)
    }

    /// Who may know of it: nothing of an unverified one is public (F-07).
    package var audience: Audience {
        let openness: Audience.Openness =
            switch (status, verification.status) {
            case (.active, .verified): .everyone
            case (.active, .suspended): .registered
            case (_, .verified), (_, .suspended): .cityReaders
            default: .parties
            }
        let areas = [stewardArea, profile.seat?.area].compactMap { $0 } + profile.activeAreas
        return Audience(openness, organizations: [id], areas: areas)
    }
}
