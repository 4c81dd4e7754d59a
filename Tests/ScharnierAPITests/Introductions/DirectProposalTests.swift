import HTTPWire
import TestSupport
import Testing

/// A proposal to an organisation, without an offer: what can be judged of it is (domain.md §5.5, §7.2).
@Suite struct DirectProposalTests {
    private let application: Application
    private let need: String

    init() throws {
        application = try Application()
        need = try application.publishedNeed()
    }

    private func propose(to name: String, as who: String, facts: String = "") -> Response {
        let item = application.send(.get, need, as: "city").text("items/0/id") ?? ""
        let line = #"{"need_item_id":"\#(item)","quantity":1}"#
        let supplier = #""supplier_id":"\#(application.id(of: name))""#
        let body = #"{"need_id":"\#(need.id)",\#(supplier),"lines":[\#(line)]\#(facts)}"#
        return application.send(.post, "/v1/introductions", body, as: who)
    }

    private func blocker(_ response: Response) -> String {
        "\(response.outcome) \(response.text("failed_guards/0/text_en") ?? "")"
    }

    @Test func `who refused lately is not asked again, but by an officer with a reason`() throws {
        let path = try #require(propose(to: "company", as: "carrier").field("Location"))
        application.fire("decline", path, as: "company", facts: #","reason_code":"timing""#)
        #expect(blocker(propose(to: "company", as: "carrier")).contains("(declined_recently)"))
        #expect(propose(to: "foundation", as: "carrier").status == 201)
        let reason = #","override_reason":"Die Firma hat selbst noch einmal angerufen.""#
        #expect(propose(to: "company", as: "officer", facts: reason).status == 201)
    }

    @Test func `nobody is introduced to itself`() throws {
        #expect(blocker(propose(to: "carrier", as: "carrier")).contains("(same_organization)"))
        #expect(blocker(propose(to: "carrier", as: "city")).contains("(same_organization)"))
    }

    @Test func `an unverified giver is not asked`() throws {
        application.patch(
            "/v1/organizations/\(application.id(of: "company"))", #"{"name":"Anders GmbH"}"#, as: "company")
        #expect(blocker(propose(to: "company", as: "city")).contains("(supplier_unverified)"))
    }
}
