import HTTPWire
import Scharnier

/// On what ground an organisation gives receipts: it says so itself, the city confirms it (domain.md §3.2, row 6).
enum TaxStatusRoutes {
    static let all: [Route] = [
        Route(.post, "/v1/organizations/{id}/tax-status-proposals", .proposeTaxStatus, .write(propose)),
        Route(.post, "/v1/organizations/{id}/tax-status-confirmations", .confirmTaxStatus, .write(confirm)),
    ]

    private static func propose(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let json = try call.json()
        let organization = try tx.organizationToAssess(try call.identifier(), as: call.party)
        try call.requireMatch(organization.version, isOptional: true)
        var form = try Form(json)
        let status = TaxStatus(form: &form)
        try form.refuse(adding: tx.violations(in: status))
        return call.noted(try tx.proposeTaxStatus(status, of: organization.id, as: call.party))
    }

    private static func confirm(_ call: Call, _ tx: any WriteTransaction) throws -> Answer {
        let json = try call.json()
        let organization = try tx.organizationToMove(try call.identifier(), as: call.party)
        try call.requireMatch(organization.version, isOptional: true)
        var form = try Form(json)
        form.require("source")
        let source = form.choice("source", of: Evidence.self, isNullable: false)
        try form.refuse()
        guard let source else { throw Refusal.notFound }
        return call.noted(
            try tx.confirmTaxStatus(of: organization.id, by: source.source, as: call.party))
    }
}

/// What a confirmation can rest on: never on what the organisation says of itself.
enum Evidence: String, CaseIterable {
    case documentSeen = "document_seen"
    case publicRegister = "public_register"

    fileprivate var source: TaxStatus.Source {
        switch self {
        case .documentSeen: .documentSeen
        case .publicRegister: .publicRegister
        }
    }
}

extension Call {
    /// 201 with the organisation for which something was noted.
    fileprivate func noted(_ organization: Organization) -> Answer {
        let body = OrganizationBody(
            organization, for: organization.closeness(of: party), on: LocalTime.day(at: now))
        return .created(
            body, at: "/v1/organizations/\(organization.id)", tag: organization.tag(for: party))
    }
}
