/// Looks up what people asked for.
package protocol PrivacyRequestReading {
    /// The request with this identifier.
    func privacyRequest(_ id: Identifier<PrivacyRequest>) throws -> PrivacyRequest?

    /// The requests that an organisation passed on, or all; newest first.
    func privacyRequests(of organization: Identifier<Organization>?) throws -> [PrivacyRequest]

    /// The requests about one contact.
    func privacyRequests(about contact: Identifier<Contact>) throws -> [PrivacyRequest]

    /// Those that wait for the city; oldest first.
    func privacyRequestsWaiting() throws -> [PrivacyRequest]
}

/// Keeps what people asked for.
package protocol PrivacyRequestRepository: PrivacyRequestReading {
    /// Adds a request.
    func insert(_ request: PrivacyRequest) throws

    /// Replaces what is kept about a request.
    func update(_ request: PrivacyRequest) throws
}

extension ReadTransaction {
    /// The request as `party` may see it.
    ///
    /// - Throws: ``Refusal/notFound`` also for a hidden one.
    package func privacyRequest(_ id: Identifier<PrivacyRequest>, for party: Party) throws -> PrivacyRequest {
        guard let request = try privacyRequest(id), try audience(of: request).includes(party) else {
            throw Refusal.notFound
        }
        return request
    }

    /// All that `party` may see; newest first.
    package func privacyRequests(for party: Party) throws -> [PrivacyRequest] {
        guard party.role != .cityAdmin else { return try privacyRequests(of: nil) }
        guard party.role == .areaOfficer else {
            return try party.organization.map { try privacyRequests(of: $0) } ?? []
        }
        return try privacyRequests(of: nil).filter { try audience(of: $0).includes(party) }
    }

    func audience(of request: PrivacyRequest) throws -> Audience {
        request.audience(try organization(request.organization))
    }
}

extension WriteTransaction {
    /// Announces, stores and notes a new or changed request.
    func keep(
        _ request: inout PrivacyRequest, after old: PrivacyRequest?, _ action: String, by party: Party
    ) throws {
        let audience = try audience(of: request)
        request.version = try announce(
            .privacyRequest, .init(request.id), before: old == nil ? .none : audience, after: audience,
            isDeletion: false, by: party.organization)
        request.updatedAt = now
        try old == nil ? insert(request) : update(request)
        try audit(action, .init("privacy_request", request.id), fields: [], as: party)
    }
}
