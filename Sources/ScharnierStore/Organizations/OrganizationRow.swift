import SQLite
import Scharnier

// How an organisation stands in its table.

extension Organization {
    static let areaTable = ListTable(name: "organizationArea", owner: "organization")
    static let termTable = ListTable(name: "organizationTerm", owner: "organization")

    /// The columns in the order in which they are read and written, but for the first two and the audience.
    static let columns: SQL = """
        version, kind, name, shortName, legalForm, isGrantMaking, isEconomicallyActive, registerCourt, registerKind,
        registerNumber, businessID, size, isMigrantLed, isLocalEconomy, hasSeat, seatStreet, seatPostalCode, seatCity,
        seatArea, isSeatPublic, languages, text, goals, selectionCriteria, website, umbrella, taxBasis, taxNoticeOn,
        taxHasLaterNotice, taxOffice, taxPurposes, taxSource, taxConfirmedBy, taxConfirmedAt, questionnaireVersion,
        questionnaireAnswers, counterpart, publicityDefault, verification, verificationMethod, verifiedBy, verifiedAt,
        verificationNote, status, stewardArea, revision, updatedAt
        """

    static let insertion = RowCommand.insert(
        into: "organization", "id, createdAt, \(columns), openness, members, nameKey, words")
    static let update = RowCommand.update("organization", "\(columns), openness, members, nameKey")

    func write(to row: inout RowWriter) {
        row.add(version)
        row.add(kind)
        profile.writeOwn(to: &row)
        profile.writeSeat(to: &row)
        row.add(profile.isSeatPublic)
        profile.writeWords(to: &row)
        row.add(profile.umbrella)
        profile.taxStatus.write(to: &row)
        profile.cooperation.write(to: &row)
        row.add(profile.publicityDefault)
        verification.write(to: &row)
        row.add(status)
        row.add(stewardArea)
        row.add(revision)
        row.add(updatedAt)
    }

    init(
        row: inout Row, areas: [Identifier<Organization>: [Identifier<Area>]],
        terms: [Identifier<Organization>: Terms], points: [Identifier<Organization>: Transparency]
    ) throws {
        let id: Identifier<Organization> = try row.next()
        let createdAt: Instant = try row.next()
        let version: Int64 = try row.next()
        let kind: Kind = try row.next()
        var profile = try Profile(row: &row, areas: areas[id] ?? [], terms: terms[id] ?? Terms())
        profile.transparency = points[id] ?? Transparency()
        self.init(
            id: id, version: version, kind: kind, profile: profile,
            verification: try Verification(row: &row), status: try row.next(), stewardArea: try row.next(),
            revision: try row.next(),
            createdAt: createdAt,
            updatedAt: try row.next())
    }
}

extension Organization.Profile {
    fileprivate func writeOwn(to row: inout RowWriter) {
        row.add(name)
        row.add(shortName)
        row.add(legalForm)
        row.add(isGrantMaking)
        row.add(isEconomicallyActive)
        row.add(register?.court)
        row.add(register?.kind)
        row.add(register?.number)
        row.add(businessID)
        row.add(size)
        row.add(isMigrantLed)
        row.add(isLocalEconomy)
    }

    fileprivate func writeWords(to row: inout RowWriter) {
        row.add(CodeList(languages))
        row.add(text)
        row.add(goals)
        row.add(selectionCriteria)
        row.add(website)
    }

    fileprivate func writeSeat(to row: inout RowWriter) {
        row.add(seat != nil)
        row.add(seat?.street)
        row.add(seat?.postalCode)
        row.add(seat?.city)
        row.add(seat?.area)
    }

    fileprivate init(row: inout Row, areas: [Identifier<Area>], terms: Terms) throws {
        self.init(name: try row.next())
        shortName = try row.next()
        legalForm = try row.next()
        isGrantMaking = try row.next()
        isEconomicallyActive = try row.next()
        register = try Organization.Register(row: &row)
        businessID = try row.next()
        size = try row.next()
        isMigrantLed = try row.next()
        isLocalEconomy = try row.next()
        seat = try Organization.Seat(row: &row)
        isSeatPublic = try row.next()
        languages = try row.codes()
        text = try row.next()
        goals = try row.next()
        selectionCriteria = try row.next()
        website = try row.next()
        umbrella = try row.next()
        taxStatus = try TaxStatus(row: &row)
        cooperation = try Cooperation(row: &row)
        publicityDefault = try row.next()
        activeAreas = areas
        topics = terms.topics
        targetGroups = terms.targetGroups
    }
}

extension Organization.Seat {
    fileprivate init?(row: inout Row) throws {
        let isThere: Bool = try row.next()
        self.init(
            street: try row.next(), postalCode: try row.next(), city: try row.next(), area: try row.next())
        guard isThere else { return nil }
    }
}

extension Organization.Register {
    fileprivate init?(row: inout Row) throws {
        let court: String? = try row.next()
        let kind: Kind? = try row.next()
        let number: String? = try row.next()
        guard let court, let kind, let number else { return nil }
        self.init(court: court, kind: kind, number: number)
    }
}

extension Organization.Verification {
    fileprivate func write(to row: inout RowWriter) {
        row.add(status)
        row.add(method)
        row.add(by)
        row.add(at)
        row.add(note)
    }

    fileprivate init(row: inout Row) throws {
        self.init(
            status: try row.next(), method: try row.next(), by: try row.next(), at: try row.next(),
            note: try row.next())
    }
}

extension Organization.Kind: ValueConvertible {}
extension Organization.Status: ValueConvertible {}
extension Organization.LegalForm: ValueConvertible {}
extension Organization.Size: ValueConvertible {}
extension Organization.VerificationStatus: ValueConvertible {}
extension Organization.VerificationMethod: ValueConvertible {}
extension Organization.Register.Kind: ValueConvertible {}
