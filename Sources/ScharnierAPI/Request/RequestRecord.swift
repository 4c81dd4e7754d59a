package import HTTPWire
package import Scharnier

/// What one request came to: the facts that logs and metrics are made of.
///
/// No content, no query, no secret: nothing in it needs to be left out later.
package struct RequestRecord: Sendable {
    /// As in `X-Request-Id`.
    package let id: String

    /// What the caller and those in front call it.
    package let foreign: ForeignIDs

    /// When it arrived.
    package let at: Instant

    /// `nil` for a request that could not be read.
    package let method: Method?

    /// The place of its route in ``API/routes``; `nil` if it has none.
    package let route: Int?
    package let status: Int

    /// The code of the problem that was answered.
    package let code: String?

    /// Where it comes from, behind the proxies that are trusted; `nil` if that is not known.
    package let client: PeerAddress?
    package let token: Identifier<AccessToken>?
    package let organization: Identifier<Organization>?

    /// Octets of content that came, and of content that leaves.
    package let bytes: (in: Int, out: Int)

    /// Nanoseconds until the answer was made.
    package let duration: Int64

    /// What of it the store took, and what waiting for the store; `nil` if it did not get that far.
    package let times: StoreTimes?

    /// What went wrong inside; never told to callers.
    package let cause: (any Error)?
}

extension API {
    /// Tells of a request that was answered.
    func observe(
        _ call: Call, _ response: Response, code: String?, cause: (any Error)?, _ times: StoreTimes?
    ) {
        guard let observed = settings.observed else { return }
        observed(
            RequestRecord(
                id: call.id, foreign: call.foreign, at: call.now,
                method: call.request.method, route: call.route,
                status: response.status, code: code, client: call.client.address,
                token: call.token?.id, organization: call.party.organization,
                bytes: (call.request.body.count, call.request.method == .head ? 0 : response.body.count),
                duration: settings.monotonic() - call.begun, times: times, cause: cause))
    }

    /// Tells of a request that never became a call: unreadable, refused under load, or given up.
    func observe(
        _ response: Response, id: String, _ foreign: ForeignIDs, at now: Instant, _ request: PartialRequest,
        from client: Client, code: String
    ) {
        settings.observed?(
            RequestRecord(
                id: id, foreign: foreign, at: now, method: request.method, route: nil,
                status: response.status, code: code, client: client.address,
                token: nil, organization: nil, bytes: (0, response.body.count), duration: 0, times: nil,
                cause: nil))
    }
}
