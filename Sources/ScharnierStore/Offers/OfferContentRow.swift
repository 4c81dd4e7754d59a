import SQLite
import Scharnier

extension Offer.Content {
    static let columns: SQL = """
        kind, title, text, category, quantity, unit, minimum, maximum, period, isInexhaustible, availableFrom,
        availableTo, \(Schedule.columns), reach, condition, areTopicsStrict, areTargetGroupsStrict, horizons, skills,
        languages, accessibility, safeguarding, engagementForm, counterpartWish, legalNature, publicity, conditions,
        visibility, contact
        """

    func write(to row: inout RowWriter) {
        row.add(kind)
        row.add(title)
        row.add(text)
        row.add(category)
        writeQuantity(to: &row)
        row.add(available.from)
        row.add(available.to)
        schedule.write(to: &row)
        row.add(reach)
        row.add(condition)
        row.add(areTopicsStrict)
        row.add(areTargetGroupsStrict)
        row.add(CodeList(horizons))
        row.add(CodeList(skills))
        row.add(CodeList(languages))
        row.add(CodeList(accessibility))
        row.add(safeguarding)
        row.add(engagementForm)
        row.add(counterpartWish)
        row.add(legalNature)
        row.add(publicity)
        row.add(conditions)
        row.add(visibility)
        row.add(contact)
    }

    private func writeQuantity(to row: inout RowWriter) {
        row.add(quantity)
        row.add(unit)
        row.add(minimum)
        row.add(maximum)
        row.add(period)
        row.add(isInexhaustible)
    }

    init(row: inout Row) throws {
        self.init(kind: try row.next())
        title = try row.next()
        text = try row.next()
        category = try row.next()
        try readQuantity(&row)
        available = try row.days()
        schedule = try row.schedule()
        reach = try row.next()
        condition = try row.next()
        areTopicsStrict = try row.next()
        areTargetGroupsStrict = try row.next()
        horizons = try row.words()
        skills = try row.codes()
        languages = try row.codes()
        accessibility = try row.codes()
        safeguarding = try row.next()
        engagementForm = try row.next()
        counterpartWish = try row.next()
        legalNature = try row.next()
        publicity = try row.next()
        conditions = try row.next()
        visibility = try row.next()
        contact = try row.next()
    }

    private mutating func readQuantity(_ row: inout Row) throws {
        quantity = try row.next()
        unit = try row.next()
        minimum = try row.next()
        maximum = try row.next()
        period = try row.next()
        isInexhaustible = try row.next()
    }
}

extension Offer.CapacityPeriod: ValueConvertible {}
extension Offer.Reach: ValueConvertible {}
extension Offer.Condition: ValueConvertible {}
extension Offer.LegalNature: ValueConvertible {}
