package import HTTPServer
package import HTTPWire
package import JSON
package import Scharnier
package import ScharnierStore
package import TLS

/// Everything that an operator can set, as the parts of the process take it (operations.md §13).
///
/// What is written here, or in the limits that are embedded, is the default; ``Key/all`` says what it is called.
package struct Configuration: Sendable {
    /// The database file.
    package var db = "scharnier.sqlite"

    /// Where the API is offered.
    package var listen = Endpoint(loopback: 8080)

    /// Where the metrics are offered without a token; `nil`: only at the API, to tokens with `metrics:read`.
    package var metricsListen: Endpoint?

    /// The Unix socket of the machine's operator; empty: beside the database.
    package var controlSocket = ""

    /// Where the operator's command line finds the running service.
    ///
    /// Beside the database unless said otherwise: so both find it who were told nothing but the database.
    /// `nil` where that path is longer than a socket's may be: then there is none.
    package var controlPath: String? {
        let path = controlSocket.isEmpty ? db + ".control.sock" : controlSocket
        return path.utf8.count <= Self.longestSocketPath ? path : nil
    }

    /// Octets of a Unix socket's path, without the zero behind it (unix(7)).
    static let longestSocketPath = 107

    /// The origin under which callers know the service; empty: made from ``listen``.
    package var publicURL = ""

    /// Names that `Host` may have; empty: any.
    package var hosts: [String] = []

    /// The origins whose pages may call the API from a browser.
    package var crossOrigin = CrossOrigin.none

    /// The same as they were written.
    var crossOriginTexts: [String] = []

    /// Whose forwarding headers are believed.
    package var trustedProxies = TrustedProxies()

    /// The same as it was written.
    var trustedProxyTexts: [String] = []

    /// The file of the certificate and its chain; empty: plain text.
    package var tlsCertificate = ""

    /// The file of the certificate's key.
    package var tlsKey = ""

    /// The oldest version of TLS.
    package var tlsMinimum = TLSVersion.v1_3

    /// What the API's listener proves itself with; `nil` for plain text.
    package var tlsIdentity: TLSIdentity? {
        guard !tlsCertificate.isEmpty, !tlsKey.isEmpty else { return nil }
        return TLSIdentity(certificateFile: tlsCertificate, keyFile: tlsKey)
    }

    /// Whether plain text may leave the machine.
    package var allowsPlaintext = false

    /// The language of answers to callers who name none.
    package var defaultLanguage = Language.german

    /// The least important lines that are logged.
    package var logLevel = LogLevel.info

    /// Event loops; 0: one for each core.
    package var eventLoops = 0

    /// The server's limits; its address comes from ``listen``.
    package var server = ServerConfiguration()

    /// Sizes of JSON documents in requests.
    package var json = JSONLimits.standard

    /// How many requests one caller may send.
    package var quotas = Quotas()

    /// How long things may wait in this city.
    package var timers = TimerRules()

    /// How long things are kept.
    package var retention = RetentionRules()

    /// The limits of the database's writer.
    package var writer = WriterLimits()

    /// How much of the disk the database leaves free.
    package var floors = DiskFloors()

    /// Whether the database may lie on a network's file system.
    package var allowsNetworkFileSystem = false

    /// Time that one read may take in SQLite.
    package var readTime = Readers.readTime

    /// The defaults.
    package init() {}
}

/// How important a line of the log is.
package enum LogLevel: String, CaseIterable, Sendable {
    case debug, info, warning, error
}
