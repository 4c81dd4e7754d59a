import COpenSSL

/// The oldest version of the protocol that is spoken; 1.3 is the newest (RFC 8446).
package enum TLSVersion: String, Hashable, Sendable, CaseIterable {
    /// Only with suites of forward secrecy and authenticated encryption (BSI TR-02102-2).
    case v1_2 = "1.2"
    case v1_3 = "1.3"

    var number: Int { Int(self == .v1_2 ? TLS1_2_VERSION : TLS1_3_VERSION) }
}
