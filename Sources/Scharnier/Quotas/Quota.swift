/// How many requests one caller may send in how much time (api.md §12).
package struct Quota: Equatable, Sendable {
    /// What the answers call it.
    package let policy: StaticString

    /// Requests in ``seconds``, which may also come all at once; 0: as many as they like.
    package var requests: Int

    /// The window, in seconds.
    package let seconds: Int

    /// A quota of this name.
    package init(_ policy: StaticString, _ requests: Int, per seconds: Int = 60) {
        self.policy = policy
        self.requests = requests
        self.seconds = seconds
    }

    /// Whether it bounds anything.
    package var isSet: Bool { requests > 0 }

    /// Nanoseconds in which room for one request grows back.
    package var interval: Int64 { Int64(seconds) * 1_000_000_000 / Int64(max(1, requests)) }

    /// Nanoseconds in which an empty bucket is full again.
    package var window: Int64 { interval * Int64(requests) }

    package static func == (one: Quota, other: Quota) -> Bool {
        one.requests == other.requests && one.seconds == other.seconds
            && one.policy.description == other.policy.description
    }
}

/// The quotas of an instance.
package struct Quotas: Equatable, Sendable {
    /// Requests without a token, by address (IPv6: by /64).
    package var anonymous = Quota("anonymous", 60)

    /// Requests with a token, by token.
    package var token = Quota("token", 600)

    /// Those of them that write.
    package var write = Quota("write", 120)

    /// Failed authentications, by address: valid tokens pass, so that one bad client shuts out no intranet.
    package var failures = Quota("auth", 10)

    /// Imports, by organisation.
    package var imports = Quota("imports", 30, per: 3600)

    /// Exports, by organisation, and without a token by address.
    package var exports = Quota("exports", 30, per: 3600)

    /// Makes the defaults.
    package init() {}

    /// No limits, for an instance that something in front of it protects.
    package static var none: Quotas {
        var quotas = Quotas()
        quotas.anonymous.requests = 0
        quotas.token.requests = 0
        quotas.write.requests = 0
        quotas.failures.requests = 0
        quotas.imports.requests = 0
        quotas.exports.requests = 0
        return quotas
    }
}
