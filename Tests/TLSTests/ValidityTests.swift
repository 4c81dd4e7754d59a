import TLS
import Testing

@Suite struct ValidityTests {
    private static let day: Int64 = 86_400
    private let validity = CertificateValidity(notBefore: 100 * day, notAfter: 190 * day)

    @Test func `three weeks before its end a certificate is ending`() {
        #expect(validity.standing(at: 100 * Self.day - 1) == .early)
        #expect(validity.standing(at: 100 * Self.day) == .good)
        #expect(validity.standing(at: 169 * Self.day) == .good)
        #expect(validity.standing(at: 169 * Self.day + 1) == .ending)
        #expect(validity.standing(at: 190 * Self.day) == .ending)
        #expect(validity.standing(at: 190 * Self.day + 1) == .over)
    }

    @Test func `days left are whole days`() {
        #expect(validity.daysLeft(at: 189 * Self.day) == 1)
        #expect(validity.daysLeft(at: 189 * Self.day + 1) == 0)
        #expect(validity.daysLeft(at: 190 * Self.day) == 0)
        #expect(validity.daysLeft(at: 190 * Self.day + 1) == -1)
    }
}
