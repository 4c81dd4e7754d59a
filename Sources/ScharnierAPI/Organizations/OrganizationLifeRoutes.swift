import HTTPWire
import Scharnier

/// Closing and reopening an organisation: its second state machine, and so a path of its own (domain.md §5.2).
enum OrganizationLifeRoutes {
    static let all: [Route] = [
        Route(.post, "/v1/organizations/{id}/status-transitions", .updateOrganization, .write(transition))
    ]

    private static func transition(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let json = try call.json()
        let organization = try tx.organizationToRevise(try call.identifier(), as: call.party)
        try call.requireMatch(organization.version, isOptional: true)
        let draft = try TransitionDraft<Organization.LifeEvent>(json, facts: ["note"], reasons: [])
        let fired = try tx.fire(draft.event, on: organization.id, facts: draft.facts, as: call.party)
        let body = OrganizationBody(fired.item, for: fired.item.closeness(of: call.party), on: tx.today)
        return call.fired(
            fired, body, tag: fired.item.tag(for: call.party), of: "/v1/organizations/\(organization.id)")
    }
}
