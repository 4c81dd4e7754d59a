import HTTPWire
import Scharnier
import ScharnierAPI
import TestSupport
import Testing

/// Browsers that came encrypted are told to stay so (api.md §13, RFC 6797).
@Suite struct TransportSecurityTests {
    private let application: Application
    private static let proxy = PeerAddress("10.0.0.1")

    init() throws {
        application = try Application(behind: TrustedProxies(reading: ["10.0.0.0/8"]))
    }

    private func policy(_ target: String = "/v1/needs", from origin: Origin, saying proto: String? = nil)
        -> String?
    {
        let fields = proto.map { [("X-Forwarded-Proto", $0)] } ?? []
        return application.send(.get, target, from: origin, fields: fields).field("Strict-Transport-Security")
    }

    @Test func `every answer over TLS has it, refusals too`() {
        for target in ["/v1/needs", "/v1/me", "/nothing", "/healthz"] {
            #expect(policy(target, from: Origin(isEncrypted: true)) == "max-age=63072000")
            #expect(policy(target, from: Origin()) == nil)
        }
    }

    @Test func `what never became a call has it too`() throws {
        func policies(_ origin: Origin, _ fields: Fields = Fields()) -> Set<String?> {
            let request = PartialRequest(origin: origin, method: .post, fields: fields)
            let (api, name) = (application.api, FieldName(stringLiteral: "Strict-Transport-Security"))
            return [
                api.response(to: .contentTooLarge, in: request).field(name),
                api.response(to: .requestTimeout, in: request).field(name),
                api.response(to: .overloaded, of: request, retryAfter: 1).field(name),
                api.response(to: .outcomeUnknown, of: request).field(name),
            ]
        }
        let proxy = Origin(peer: try #require(Self.proxy))
        let word: Fields = [.forwardedProto: "https"]
        #expect(policies(Origin(isEncrypted: true)) == ["max-age=63072000"])
        #expect(policies(proxy, word) == ["max-age=63072000"])
        #expect(policies(Origin()) == [nil])
        #expect(policies(Origin(), word) == [nil])
    }

    @Test func `what a trusted proxy says counts, and nobody else's word`() throws {
        let proxy = Origin(peer: try #require(Self.proxy))
        #expect(policy(from: proxy, saying: "https") == "max-age=63072000")
        #expect(policy(from: proxy, saying: "http") == nil)
        #expect(policy(from: proxy) == nil)
        let stranger = Origin(peer: try #require(PeerAddress("192.0.2.1")))
        #expect(policy(from: stranger, saying: "https") == nil)
    }
}
