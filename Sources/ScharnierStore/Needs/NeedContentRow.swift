import SQLite
import Scharnier

extension Need.Content {
    static let columns: SQL = """
        host, title, text, plainSummary, horizon, neededByOn, hasPeriod, periodFrom, periodTo, reviewOn, isCityWide,
        hasSite, siteName, siteAddress, siteArea, actionFields, beneficiaryCount, participation, ownSteps,
        otherwiseUnavailable, selfHelp, counterpart, compulsoryPublicTask, startedOn, hasNoPublicFunding,
        welcomesAlternatives, visibility, contact
        """

    var values: SQL {
        """
        \(host), \(title), \(text), \(plainSummary), \(horizon), \(dateValues), \(siteValues),
        \(CodeList(actionFields)), \(beneficiaryCount), \(participation), \(ownSteps),
        \(otherwiseUnavailable), \(selfHelp), \(counterpart), \(compulsoryPublicTask), \(startedOn),
        \(hasNoPublicFunding), \(welcomesAlternatives), \(visibility), \(contact)
        """
    }

    private var dateValues: SQL {
        "\(neededByOn), \(period != nil), \(period?.from), \(period?.to), \(reviewOn)"
    }

    private var siteValues: SQL {
        "\(isCityWide), \(site != nil), \(site?.name), \(site?.address), \(site?.area)"
    }

    init(row: inout Row) throws {
        self.init()
        host = try row.next()
        title = try row.next()
        text = try row.next()
        plainSummary = try row.next()
        horizon = try row.next()
        try readDates(&row)
        isCityWide = try row.next()
        site = try Need.Site(row: &row)
        actionFields = try row.words()
        beneficiaryCount = try row.next()
        participation = try row.next()
        ownSteps = try row.next()
        otherwiseUnavailable = try row.next()
        selfHelp = try row.next()
        counterpart = try row.next()
        compulsoryPublicTask = try row.next()
        startedOn = try row.next()
        hasNoPublicFunding = try row.next()
        welcomesAlternatives = try row.next()
        visibility = try row.next()
        contact = try row.next()
    }

    private mutating func readDates(_ row: inout Row) throws {
        neededByOn = try row.next()
        let hasPeriod: Bool = try row.next()
        let days = try row.days()
        period = hasPeriod ? days : nil
        reviewOn = try row.next()
    }
}

extension Need.Site {
    fileprivate init?(row: inout Row) throws {
        let isThere: Bool = try row.next()
        self.init(name: try row.next(), address: try row.next(), area: try row.next())
        guard isThere else { return nil }
    }
}

extension Need.BeneficiaryCount: ValueConvertible {}
extension Need.CompulsoryTask: ValueConvertible {}
