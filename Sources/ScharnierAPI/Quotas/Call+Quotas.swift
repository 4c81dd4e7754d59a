import HTTPWire
import JSON
import Scharnier

// Which quotas a request counts against, and how the answer tells (api.md §2 steps 4 to 6, §12).

extension API {
    /// A request without a token counts against its address; health and the machine's operator against nothing.
    func chargeAddress(_ call: inout Call, _ route: Route) throws {
        guard route.isCounted, !call.isFromOperator, call.request.fields.first(.authorization) == nil else {
            return
        }
        let address = call.client.address.subscriber
        var charges: [(Quota, Meter.Account)] = [(settings.quotas.anonymous, .anonymous(address))]
        if call.exportFormat(of: route) != nil {
            charges.append((settings.quotas.exports, .exportingAnonymously(address)))
        }
        try charge(&call, charges)
    }

    /// A request with a token counts against that, and once more if it writes.
    func chargeToken(_ call: inout Call, _ route: Route) throws {
        guard route.isCounted, let token = call.token else { return }
        var charges: [(Quota, Meter.Account)] = [(settings.quotas.token, .token(token.id))]
        if route.isWriting { charges.append((settings.quotas.write, .writing(token.id))) }
        if call.exportFormat(of: route) != nil, let organization = call.party.organization {
            charges.append((settings.quotas.exports, .exporting(organization)))
        }
        if route.isImport, let organization = call.party.organization {
            charges.append((settings.quotas.imports, .importing(organization)))
        }
        try charge(&call, charges)
    }

    /// A failed authentication counts against its address.
    ///
    /// - Throws: 429 in place of 401 when there were too many.
    func chargeFailure(_ call: inout Call) throws {
        try charge(&call, [(settings.quotas.failures, .failures(call.client.address.subscriber))])
    }

    private func charge(_ call: inout Call, _ charges: [(Quota, Meter.Account)]) throws {
        let set = charges.filter { $0.0.isSet }
        guard !set.isEmpty else { return }
        call.readings = meter.charge(set, at: settings.monotonic())
        let exceeded = call.readings.filter(\.isExceeded)
        if !exceeded.isEmpty { throw Problem(exceeding: exceeded) }
    }

    /// What was not changed costs nothing.
    func settle(_ call: Call, _ response: Response) {
        if response.status == 304, !call.readings.isEmpty { meter.giveBack(call.readings) }
    }
}

extension Problem {
    fileprivate init(exceeding readings: [Meter.Reading]) {
        let wait = readings.map(\.secondsToNext).max() ?? 1
        self.init(
            .quotaExceeded,
            Wording(
                "In \(wait) Sekunden ist wieder Platz; das Maß steht in RateLimit-Policy.",
                "There is room again in \(wait) seconds; the measure is in RateLimit-Policy."),
            extra: [("violated-policies", .strings(readings.map { "\($0.quota.policy)" }))])
        fields = [(.retryAfter, "\(wait)")]
    }
}

extension Response {
    /// Tells what is left (draft-ietf-httpapi-ratelimit-headers-11).
    mutating func append(_ readings: [Meter.Reading]) {
        guard !readings.isEmpty else { return }
        append("RateLimit-Policy", dynamic: readings.map(\.policy).joined(separator: ", "))
        append("RateLimit", dynamic: readings.map(\.state).joined(separator: ", "))
    }
}

extension Meter.Reading {
    fileprivate var policy: String { "\"\(quota.policy)\";q=\(quota.requests);w=\(quota.seconds)" }
    fileprivate var state: String { "\"\(quota.policy)\";r=\(remaining);t=\(secondsToNext)" }
}

extension Route {
    /// Whether its requests count: health never does.
    fileprivate var isCounted: Bool { template != "/healthz" && template != "/readyz" }
}
