import JSON
import Scharnier
import ScharnierFiles

// What holds between the organisations of the demo city: networks, endorsements, and who is in charge of what.

extension DemoCity {
    private var registry: CityRecord {
        get throws { try CityFiles.object(BuiltIn.registry, "registry.json") }
    }

    /// Networks, responsibilities and handovers, after everybody is there and before anything is asked for.
    func buildRegistry() throws {
        let registry = try registry
        let city = cityParty
        let memberships = try registry.records("memberships").map(membershipStory)
        let contents = try registry.records("responsibilities").map(responsibility)
        try stage.write(at: now.adding(days: 3 - Self.ageInDays)) { tx in
            for membership in memberships { try membership(tx) }
            for content in contents { _ = try tx.createResponsibility(content, as: city) }
        }
        for record in registry.records("handovers") { try handOver(record) }
    }

    /// Networks speak for needs that are live.
    func endorse() throws {
        let records = try registry.records("endorsements")
        let titles = try needTitles()
        let speakers = try records.map { try organization($0, "network") }
        try stage.write(at: now.adding(seconds: -1800)) { tx in
            let needs = try tx.liveNeeds()
            for (record, speaker) in zip(records, speakers) {
                let title = titles[try record.requiredText("need")]
                guard let need = needs.first(where: { $0.content.title == title }) else {
                    throw record.fault("need")
                }
                let party = Party(organization: speaker.id, role: speaker.kind.role)
                _ = try tx.endorse(need.id, for: speaker.id, record.text("statement"), as: party)
            }
        }
    }

    private func needTitles() throws -> [String: String] {
        var titles: [String: String] = [:]
        for record in try CityFiles.list(BuiltIn.needs, "needs.json") {
            guard case .object(let need) = record.json["need"] else { throw record.fault("need") }
            let title = CityRecord(json: need, file: record.file).text("title")
            titles[try record.requiredText("key")] = title
        }
        return titles
    }

    private func membershipStory(
        _ record: CityRecord
    ) throws -> @Sendable (any WriteTransaction) throws -> Void {
        let network = try organization(record, "network")
        let member = try organization(record, "organization")
        let asking = party(actingFor: member)
        let answering = Party(organization: network.id, role: network.kind.role)
        var content = Membership.Content(kind: try record.word("type"))
        content.contributions = record.texts("contributions").compactMap(Membership.Contribution.init)
        let state = try record.requiredText("state")
        return { [content] tx in
            let id = try tx.requestMembership(in: network.id, of: member.id, content, as: asking).id
            if state == "requested" { return }
            let answer: Membership.Event = state == "refused" ? .refuse : .confirm
            _ = try tx.fire(answer, on: id, facts: .init(), as: answering)
            if state == "ended" { _ = try tx.fire(.leave, on: id, facts: .init(), as: asking) }
        }
    }

    private func responsibility(_ record: CityRecord) throws -> Responsibility.Content {
        var content = Responsibility.Content(
            unit: try organization(record, "unit").id,
            functionAddress: try record.requiredText("function_address"))
        content.area = try record.text("area").map { try area($0, record) }
        content.topic = record.text("topic")
        content.kind = record.text("resource_kind").flatMap(ResourceKind.init)
        return content
    }

    /// An area goes from the unit that had it to another, with a note.
    private func handOver(_ record: CityRecord) throws {
        let area = try area(try record.requiredText("area"), record)
        let unit = try organization(record, "unit").id
        let note = record.text("note")
        let city = cityParty
        let moment = now.adding(days: -Int(record.integer("days_ago") ?? 0))
        let day = LocalTime.day(at: moment)
        try stage.write(at: moment) { tx in
            for old in try tx.areaAssignments() where old.area == area && old.content.validity.contains(day) {
                let content = AreaAssignment.Content(
                    validity: DayRange(from: old.content.validity.from, to: day), handoverNote: note)
                _ = try tx.revise(old, to: content, as: city)
            }
            _ = try tx.assign(unit, to: area, .init(validity: DayRange(from: day)), as: city)
        }
    }

    private func area(_ code: String, _ record: CityRecord) throws -> Identifier<Area> {
        guard let id = areas[code] else { throw record.fault(code) }
        return id
    }
}
