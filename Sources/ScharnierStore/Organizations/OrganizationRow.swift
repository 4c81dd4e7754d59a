import SQLite
import Scharnier

// How an organisation stands in its table.

extension Organization {
    static let areaTable = ListTable(name: "organizationArea", owner: "organization")
    static let termTable = ListTable(name: "organizationTerm", owner: "organization")

    /// The columns in the order in which they are read and written, but for the first two and the audience.
    static let columns: SQL = """
        version, kind, name, shortName, legalForm, isGrantMaking, size, isMigrantLed, hasSeat, seatStreet,
        seatPostalCode, seatCity, seatArea, isSeatPublic, languages, text, website, umbrella, taxBasis, taxNoticeOn,
        taxHasLaterNotice, taxOffice, publicityDefault, verification, verificationMethod, verifiedAt, status,
        stewardArea, revision, updatedAt
        """

    static let insertion = RowCommand.insert(
        into: "organization", "id, createdAt, \(columns), openness, members, nameKey")
    static let update = RowCommand.update("organization", "\(columns), openness, members, nameKey")

    func write(to row: inout RowWriter) {
        row.add(version)
        row.add(kind)
        profile.writeOwn(to: &row)
        profile.writeSeat(to: &row)
        row.add(profile.isSeatPublic)
        row.add(CodeList(profile.languages))
        row.add(profile.text)
        row.add(profile.website)
        row.add(profile.umbrella)
        profile.writeTax(to: &row)
        row.add(profile.publicityDefault)
        row.add(verification.status)
        row.add(verification.method)
        row.add(verification.at)
        row.add(status)
        row.add(stewardArea)
        row.add(revision)
        row.add(updatedAt)
    }

    init(
        row: inout Row, areas: [Identifier<Organization>: [Identifier<Area>]],
        terms: [Identifier<Organization>: Terms]
    ) throws {
        let id: Identifier<Organization> = try row.next()
        let createdAt: Instant = try row.next()
        self.init(
            id: id, version: try row.next(), kind: try row.next(),
            profile: try Profile(row: &row, areas: areas[id] ?? [], terms: terms[id] ?? Terms()),
            verification: Verification(status: try row.next(), method: try row.next(), at: try row.next()),
            status: try row.next(), stewardArea: try row.next(), revision: try row.next(),
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
        row.add(size)
        row.add(isMigrantLed)
    }

    fileprivate func writeSeat(to row: inout RowWriter) {
        row.add(seat != nil)
        row.add(seat?.street)
        row.add(seat?.postalCode)
        row.add(seat?.city)
        row.add(seat?.area)
    }

    fileprivate func writeTax(to row: inout RowWriter) {
        row.add(taxStatus?.basis)
        row.add(taxStatus?.noticeOn)
        row.add(taxStatus?.hasLaterNotice ?? false)
        row.add(taxStatus?.taxOffice)
    }

    fileprivate init(row: inout Row, areas: [Identifier<Area>], terms: Terms) throws {
        self.init(name: try row.next())
        shortName = try row.next()
        legalForm = try row.next()
        isGrantMaking = try row.next()
        size = try row.next()
        isMigrantLed = try row.next()
        seat = try Organization.Seat(row: &row)
        isSeatPublic = try row.next()
        languages = try row.codes()
        text = try row.next()
        website = try row.next()
        umbrella = try row.next()
        taxStatus = try TaxStatus(row: &row)
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

extension TaxStatus {
    fileprivate init?(row: inout Row) throws {
        let basis: Basis? = try row.next()
        let noticeOn: Day? = try row.next()
        let hasLaterNotice: Bool = try row.next()
        let taxOffice: String? = try row.next()
        guard let basis else { return nil }
        self.init(basis: basis, noticeOn: noticeOn, hasLaterNotice: hasLaterNotice, taxOffice: taxOffice)
    }
}

extension Organization.Kind: ValueConvertible {}
extension Organization.Status: ValueConvertible {}
extension Organization.LegalForm: ValueConvertible {}
extension Organization.Size: ValueConvertible {}
extension Organization.VerificationStatus: ValueConvertible {}
extension Organization.VerificationMethod: ValueConvertible {}
extension TaxStatus.Basis: ValueConvertible {}
