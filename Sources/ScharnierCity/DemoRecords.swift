import JSON
import Scharnier
import ScharnierAPI

// Turns the files' records into what a caller would send: codes and keys become identifiers, spans become dates.

extension DemoCity {
    /// An organisation as `POST /v1/organizations` takes it.
    func organizationJSON(_ record: CityRecord) throws -> JSONValue {
        let same = [
            "kind", "name", "short_name", "legal_form", "grant_making", "migrant_led", "size", "topics",
            "target_groups",
            "languages", "profile", "website", "tax_status", "publicity_default",
        ]
        var members = same.compactMap { name in
            record.json[name].map { (name, name == "tax_status" ? asOldAsWritten($0) : $0) }
        }
        members.append(("active_area_ids", try areaIDs(record, "active_areas")))
        if let code = record.text("steward_area") {
            members.append(("steward_area_id", try areaID(code, record)))
        }
        if let key = record.text("umbrella") {
            guard let umbrella = organizations[key] else { throw record.fault("umbrella") }
            members.append(("umbrella_organization_id", .string(umbrella.id.description)))
        }
        if case .object(let seat) = record.json["seat"] {
            members.append(("seat", try seatJSON(seat, record)))
        }
        return JSONValue.of(members)
    }

    /// The day on which the file was written: its notices of tax offices keep the age that they had then.
    private static let writtenOn = Day("2026-11-21")

    private func asOldAsWritten(_ taxStatus: JSONValue) -> JSONValue {
        guard case .object(let object) = taxStatus, let writtenOn = Self.writtenOn else { return taxStatus }
        let later = LocalTime.day(at: now).days(since: writtenOn)
        return JSONValue.of(
            object.members.map { member in
                guard member.name == "notice_on", case .string(let text) = member.value, let day = Day(text)
                else {
                    return (member.name, member.value)
                }
                return (member.name, .string(day.adding(later).description))
            })
    }

    private func seatJSON(_ seat: JSONObject, _ record: CityRecord) throws -> JSONValue {
        var members = seat.members.filter { $0.name != "area" }.map { ($0.name, $0.value) }
        if case .string(let code) = seat["area"] { members.append(("area_id", try areaID(code, record))) }
        return JSONValue.of(members)
    }

    /// A need or an offer as its `POST` takes it.
    func contentJSON(_ record: CityRecord, _ member: String) throws -> JSONValue {
        guard case .object(let content) = record.json[member] else { throw record.fault(member) }
        let inner = CityRecord(json: content, file: record.file)
        return JSONValue.of(
            try content.members.map { item in
                switch item.name {
                case "beneficiary_area_ids", "area_ids": (item.name, try areaIDs(inner, item.name))
                case "needed_by_in_days": ("needed_by_on", day(inner.integer(item.name)))
                case "review_in_days": ("review_on", day(inner.integer(item.name)))
                case "period_in_days": ("period", span(item.value, record.file))
                case "available_in_days": ("available", span(item.value, record.file))
                default: (item.name, item.value)
                }
            })
    }

    private func areaIDs(_ record: CityRecord, _ member: String) throws -> JSONValue {
        .array(try record.texts(member).map { try areaID($0, record) })
    }

    private func areaID(_ code: String, _ record: CityRecord) throws -> JSONValue {
        guard let id = areas[code] else { throw record.fault(code) }
        return .string(id.description)
    }

    private func span(_ value: JSONValue, _ file: String) -> JSONValue {
        guard case .object(let object) = value else { return .null }
        let record = CityRecord(json: object, file: file)
        return JSONValue.of([("from_on", day(record.integer("from"))), ("to_on", day(record.integer("to")))])
    }

    private func day(_ offset: Int64?) -> JSONValue {
        guard let offset else { return .null }
        return .string(LocalTime.day(at: now).adding(Int(offset)).description)
    }
}

extension JSONValue {
    /// An object with these members, whose names are all different.
    fileprivate static func of(_ members: [(String, JSONValue)]) -> JSONValue {
        JSONObject(members: members.map { .init(name: $0.0, value: $0.1) }).map { .object($0) } ?? .null
    }
}

extension WriteTransaction {
    /// Records an organisation with its contacts, and how it was verified.
    func welcome(_ draft: OrganizationDraft, _ record: CityRecord, as city: Party) throws -> Organization {
        var organization = try createOrganization(
            draft.kind, draft.profile, stewardArea: draft.stewardArea, as: city)
        for contact in record.records("contacts") {
            let card = try ContactDraft(.object(contact.json)).card
            _ = try createContact(card, of: organization.id, as: city)
        }
        let standing = record.text("verification")
        guard standing == "verified" || standing == "suspended" else { return organization }
        let method = draft.profile.legalForm == .informal ? "officer_known" : "document_seen"
        organization = try fire(.verify, on: organization.id, facts: .init(method: method), as: city).item
        guard standing == "suspended" else { return organization }
        return try fire(.suspend, on: organization.id, facts: .init(reasonCode: "misuse"), as: city).item
    }
}
