import SQLite
import Scharnier

extension NeedItem {
    /// The columns in the order in which they are read and written, but for the first three.
    static let columns: SQL = """
        committed, held, fulfilled, isWithdrawn, kind, title, category, description, quantity, unit, minimum, costType,
        costLayer, condition, \(Schedule.columns), isRemoteOK, skills, areSkillsMandatory, languages, accessibility,
        safeguarding, engagementForm
        """

    static let insertion = RowCommand.insert(into: "needItem", "need, position, id, \(columns)")
    static let update = RowCommand.update("needItem", columns, where: "need, position")

    func write(to row: inout RowWriter) {
        row.add(committed)
        row.add(held)
        row.add(fulfilled)
        row.add(isWithdrawn)
        content.write(to: &row)
    }

    init(row: inout Row) throws {
        let id: Identifier<NeedItem> = try row.next()
        let committed: Int64 = try row.next()
        let held: Int64 = try row.next()
        let fulfilled: Int64 = try row.next()
        let isWithdrawn: Bool = try row.next()
        self.init(
            id: id, content: try Content(row: &row), committed: committed, held: held, fulfilled: fulfilled,
            isWithdrawn: isWithdrawn)
    }
}

extension NeedItem.Content {
    fileprivate func write(to row: inout RowWriter) {
        row.add(kind)
        row.add(title)
        row.add(category)
        row.add(description)
        row.add(quantity)
        row.add(unit)
        row.add(minimum)
        row.add(costType)
        row.add(costLayer)
        row.add(condition)
        schedule.write(to: &row)
        row.add(isRemoteOK)
        row.add(CodeList(skills))
        row.add(areSkillsMandatory)
        row.add(CodeList(languages))
        row.add(CodeList(accessibility))
        row.add(safeguarding)
        row.add(engagementForm)
    }

    fileprivate init(row: inout Row) throws {
        let kind: ResourceKind = try row.next()
        let title: String = try row.next()
        let category: String? = try row.next()
        let description: String? = try row.next()
        self.init(
            kind: kind, title: title, quantity: try row.next(), unit: try row.next(), minimum: try row.next())
        self.category = category
        self.description = description
        costType = try row.next()
        costLayer = try row.next()
        condition = try row.next()
        schedule = try row.schedule()
        isRemoteOK = try row.next()
        skills = try row.codes()
        areSkillsMandatory = try row.next()
        languages = try row.codes()
        accessibility = try row.codes()
        safeguarding = try row.next()
        engagementForm = try row.next()
    }
}

extension NeedItem.CostType: ValueConvertible {}
extension NeedItem.CostLayer: ValueConvertible {}
extension NeedItem.Condition: ValueConvertible {}
