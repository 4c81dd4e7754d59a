import HTTPWire
import TestSupport
import Testing

/// A city whose records hold, in each member that not everyone gets, something that is found nowhere else.
struct CanaryWorld {
    let application: Application

    /// The records, by the schema that the contract has for them.
    private(set) var paths: [String: String] = [:]

    /// The texts, by the member that holds them.
    private(set) var texts: [String: String] = [:]

    init() throws {
        application = try Application()
        try makeOrganization()
        try makeNeed()
        try makeOffer()
        try makeAssignment()
        try makeIntroduction()
        paths["Programme"] = try application.create("programmes", MatrixWorld.programme, as: "foundation")
        let idea = try application.create("ideas", MatrixWorld.idea(application), as: "company")
        try #require(application.fire("publish", idea, as: "officer").status == 201)
        paths["Idea"] = idea
        paths["AllocationPlan"] = try application.create(
            "allocation-plans", MatrixWorld.plan, as: "foundation")
    }

    /// Words that are the same in every folding, so that a search finds them if it looks there.
    private static func word(_ member: String) -> String {
        "kanarienvogel" + member.lowercased().filter(\.isLetter)
    }

    private mutating func plant(_ member: String) -> String {
        texts[member] = Self.word(member)
        return Self.word(member)
    }

    private mutating func makeOrganization() throws {
        let path = "/v1/organizations/\(application.id(of: "carrier"))"
        paths["Organization"] = path
        texts["Organization.w_id_nr"] = "DE999999999-00001"
        texts["Seat.postal_code"] = "44987"
        let patched = application.patch(
            path,
            """
            {"w_id_nr":"DE999999999-00001","economic_activity":true,
             "seat":{"street":"\(plant("Seat.street"))","postal_code":"44987","city":"Dortmund"},"seat_public":false,
             "cooperation":{"questionnaire_version":"1","counterpart_text":"\(plant("Organization.cooperation"))"}}
            """, as: "carrier")
        try #require(patched.status == 200, "\(patched.faults)")
        let office = plant("Organization.tax_status")
        let stated = application.send(
            .post, "\(path)/tax-status-proposals",
            #"{"basis":"exemption_notice","notice_on":"2021-11-21","tax_office":"\#(office)"}"#, as: "carrier"
        )
        try #require(stated.status == 201, "\(stated.faults)")
        try judge(path)
    }

    /// The city remarks something on an organisation.
    private mutating func judge(_ path: String) throws {
        let note = plant("OrganizationVerification.note")
        let suspended = application.fire(
            "suspend", path, as: "city", facts: #","reason_code":"other","note":"\#(note)""#)
        try #require(suspended.status == 201, "\(suspended.outcome) \(suspended.faults)")
        let again = application.fire("reinstate", path, as: "city", facts: #","note":"\#(note)""#)
        try #require(again.status == 201, "\(again.outcome) \(again.faults)")
    }

    private mutating func makeNeed() throws {
        let contact = application.send(.get, "/v1/contacts", as: "carrier").ids.first ?? ""
        texts["Need.contact_id"] = contact
        texts["Need.started_on"] = "1991-02-03"
        let document = Document.need(application).with("contact_id", "\"\(contact)\"")
            .with("started_on", #""1991-02-03""#).with("no_public_funding", "true")
            .with("site", #"{"name":"Aula","address":"\#(plant("Site.address"))","area_id":null}"#)
        let path = try application.publishedNeed(document)
        paths["Need"] = path
        let note = plant("Transition.note")
        let paused = application.fire(
            "pause", path, as: "carrier", facts: #","reason_code":"other","note":"\#(note)""#)
        try #require(paused.status == 201, "\(paused.outcome) \(paused.faults)")
        try #require(application.fire("resume", path, as: "carrier").status == 201)
    }

    private mutating func makeOffer() throws {
        let contact = application.send(.get, "/v1/contacts", as: "company").ids.first ?? ""
        texts["Offer.contact_id"] = contact
        let path = try application.activeOffer(Document.offer.with("contact_id", "\"\(contact)\""))
        paths["Offer"] = path
    }

    private mutating func makeAssignment() throws {
        let contact = application.send(.get, "/v1/contacts", as: "officer").ids.first ?? ""
        let document = Document([
            ("unit_organization_id", "\"\(application.id(of: "officer"))\""),
            ("area_id", "\"\(application.area("ar-hoerde"))\""), ("from_on", #""2026-11-21""#),
            ("contact_id", "\"\(contact)\""),
            ("handover_note", "\"\(plant("AreaAssignment.handover_note"))\""),
        ])
        paths["AreaAssignment"] = try application.create("area-assignments", document, as: "city")
    }

    private mutating func makeIntroduction() throws {
        let proposed = application.propose(
            try application.publishedNeed(), try application.activeOffer(), as: "company")
        let path = try #require(proposed.field("Location"), "\(proposed.outcome) \(proposed.failedGuards)")
        paths["Introduction"] = path
        let note = plant("Introduction.decline.note")
        let declined = application.fire(
            "decline", path, as: "carrier", facts: #","reason_code":"no_capacity","note":"\#(note)""#)
        try #require(declined.status == 201, "\(declined.outcome) \(declined.faults)")
    }
}
