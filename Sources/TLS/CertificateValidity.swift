/// From when to when a certificate is valid (RFC 5280 §4.1.2.5), in seconds since 1970.
package struct CertificateValidity: Hashable, Sendable {
    /// The first second.
    package let notBefore: Int64

    /// The last second.
    package let notAfter: Int64

    /// Three weeks before the end somebody should renew: automatic renewal comes earlier and has failed by then.
    package static let warningSeconds: Int64 = 21 * 86_400

    /// A validity with both ends.
    package init(notBefore: Int64, notAfter: Int64) {
        self.notBefore = notBefore
        self.notAfter = notAfter
    }

    /// Where a moment lies.
    package enum Standing: Hashable, Sendable {
        case early, good, ending, over
    }

    /// How things stand at `now`, in seconds since 1970.
    package func standing(at now: Int64) -> Standing {
        if now < notBefore { return .early }
        if now > notAfter { return .over }
        return notAfter - now < Self.warningSeconds ? .ending : .good
    }

    /// Whole days left at `now`; negative when it is over.
    package func daysLeft(at now: Int64) -> Int64 {
        let (days, rest) = (notAfter - now).quotientAndRemainder(dividingBy: 86_400)
        return rest < 0 ? days - 1 : days
    }
}
