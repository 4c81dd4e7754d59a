import SQLite
import Scharnier

extension Need.Content {
    static let columns: SQL = """
        host, title, text, plainSummary, horizon, neededByOn, hasPeriod, periodFrom, periodTo, reviewOn, isCityWide,
        hasSite, siteName, siteAddress, siteArea, actionFields, beneficiaryCount, participation, ownSteps,
        otherwiseUnavailable, selfHelp, counterpart, compulsoryPublicTask, startedOn, hasNoPublicFunding,
        welcomesAlternatives, visibility, contact
        """

    func write(to row: inout RowWriter) {
        row.add(host)
        row.add(title)
        row.add(text)
        row.add(plainSummary)
        row.add(horizon)
        writeDates(to: &row)
        writeSite(to: &row)
        row.add(CodeList(actionFields))
        row.add(beneficiaryCount)
        row.add(participation)
        row.add(ownSteps)
        row.add(otherwiseUnavailable)
        row.add(selfHelp)
        row.add(counterpart)
        row.add(compulsoryPublicTask)
        row.add(startedOn)
        row.add(hasNoPublicFunding)
        row.add(welcomesAlternatives)
        row.add(visibility)
        row.add(contact)
    }

    private func writeDates(to row: inout RowWriter) {
        row.add(neededByOn)
        row.add(period != nil)
        row.add(period?.from)
        row.add(period?.to)
        row.add(reviewOn)
    }

    private func writeSite(to row: inout RowWriter) {
        row.add(isCityWide)
        row.add(site != nil)
        row.add(site?.name)
        row.add(site?.address)
        row.add(site?.area)
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
