/// How long the steps of a connection may take.
///
/// All are deadlines for a whole step: single octets that keep dripping in do not extend them.
package struct TimeLimits: Hashable, Sendable {
    /// From the first octet of a head to its last.
    package var head = Duration.seconds(10)

    /// From accepting to the first octet: pools and browsers connect early.
    package var silent = Duration.seconds(60)

    /// From accepting to the end of the TLS handshake.
    package var handshake = Duration.seconds(10)

    /// From the end of the head to the end of the content.
    package var body = Duration.seconds(60)

    /// Octets a second that content and answers have to reach on average, once ``rateGrace`` is over.
    package var minimumRate = 500

    /// How long content and answers may be slower than ``minimumRate``.
    package var rateGrace = Duration.seconds(5)

    /// From the end of a request to its answer, unless ``Reply/wait(atMost:)`` has said otherwise.
    package var answer = Duration.seconds(30)

    /// How long sending may make no progress at all.
    package var sendStall = Duration.seconds(60)

    /// From an answer to the first octet of the next request.
    package var keepAlive = Duration.seconds(60)

    /// How long a refused client may fall silent while what it still sends is discarded (RFC 9112 §9.6), and how long
    /// that may be slower than ``minimumRate``.
    package var linger = Duration.seconds(2)

    /// How long that may take in all: 1 MiB of refused content over a line of 300 kbit/s.
    package var lingerWhole = Duration.seconds(30)

    /// How long idle connections stay open when draining: requests under way still get their answer.
    package var drainGrace = Duration.milliseconds(500)

    /// From the beginning of draining to the cut.
    package var drain = Duration.seconds(20)

    /// The defaults of the operating manual.
    package init() {}
}

extension Duration {
    /// Whole nanoseconds; durations of centuries are cut to what fits.
    var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        return overflow ? .max / 2 : min(product, .max / 2) + attoseconds / 1_000_000_000
    }
}
