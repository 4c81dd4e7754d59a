import Glibc

/// How many files and sockets the process may have open (`RLIMIT_NOFILE`, getrlimit(2)).
package enum Descriptors {
    /// Kept back from connections: for the database, the log, the control socket and health checks.
    package static let reserve = 64

    /// The number of descriptors that may be open now.
    package static var limit: Int {
        var limits = rlimit()
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limits) == 0 else {
            return reserve
        }
        return Int(clamping: limits.rlim_cur)
    }

    /// Takes as many descriptors as the process is allowed to take; to be called at start.
    ///
    /// - Returns: The limit that holds from now on.
    package static func raiseLimit() -> Int {
        var limits = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        if unsafe getrlimit(resource, &limits) == 0, limits.rlim_cur < limits.rlim_max {
            limits.rlim_cur = limits.rlim_max
            // What is not permitted leaves the old limit, which `limit` tells.
            _ = unsafe setrlimit(resource, &limits)
        }
        return limit
    }

    /// The connections that fit beside the reserve: at least one, at most `wanted`.
    static func connections(wanted: Int, within limit: Int) -> Int {
        max(1, min(wanted, limit - reserve))
    }
}
