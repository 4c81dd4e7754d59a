import HTTPWire
import Testing

@Suite struct ClientTests {
    private let proxies: TrustedProxies

    init() throws {
        proxies = try TrustedProxies(reading: ["10.0.0.0/8", "2001:db8::/32"])
    }

    private func client(
        peer: String, _ lists: [String], proto: [String] = [], isEncrypted: Bool = false
    ) throws -> Client {
        var request = Request(
            .get, "/",
            fields: lists.map { ("X-Forwarded-For", $0) } + proto.map { ("x-forwarded-proto", $0) })
        request.origin = Origin(peer: try #require(PeerAddress(peer)), isEncrypted: isEncrypted)
        return Client(of: PartialRequest(request), behind: proxies)
    }

    @Test(arguments: [
        ("one hop", ["198.51.100.1"], "198.51.100.1"),
        ("invented in front", ["1.1.1.1, 198.51.100.1"], "198.51.100.1"),
        ("two proxies", ["198.51.100.1, 10.0.0.2"], "198.51.100.1"),
        ("two fields are one list", ["198.51.100.1", "10.0.0.3,2001:db8::5"], "198.51.100.1"),
        ("only proxies", ["10.0.0.9, 10.0.0.2"], "10.0.0.9"),
        ("no list", [], "10.0.0.1"),
        ("empty elements", [", 198.51.100.1 ,,", ""], "198.51.100.1"),
        ("a mapped address", ["::ffff:198.51.100.1"], "198.51.100.1"),
        ("with ports", ["198.51.100.1:4711, [2001:db8::7]:1, 10.0.0.2:80"], "198.51.100.1"),
        ("IPv6", ["2001:db9::1"], "2001:db9:0:0:0:0:0:1"),
        ("malformed", ["198.51.100.1, unknown"], "10.0.0.1"),
        ("malformed behind a proxy", ["198.51.100.1, _x, 10.0.0.2"], "10.0.0.2"),
        ("malformed in front does not matter", ["<script>, 198.51.100.1"], "198.51.100.1"),
        ("an address with more behind it", ["198.51.100.1;x"], "10.0.0.1"),
    ])
    func `a trusted proxy names the client`(name: String, lists: [String], client: String) throws {
        #expect(try self.client(peer: "10.0.0.1", lists).address.description == client)
    }

    @Test func `nobody else names a client or a scheme`() throws {
        let client = try client(peer: "198.51.100.9", ["192.0.2.1"], proto: ["https"])
        #expect(client.address == PeerAddress("198.51.100.9"))
        #expect(client.protection == .plain)
        let own = try self.client(peer: "198.51.100.9", [], proto: ["http"], isEncrypted: true)
        #expect(own.protection == .encrypted)
    }

    @Test(arguments: [
        (["https"], Client.Protection.encrypted), (["HTTPS"], .encrypted), (["http"], .plain),
        (["wss"], .plain),
        ([], .plain), (["https, http"], .plain), (["http", "https"], .encrypted),
    ])
    func `a trusted proxy names the scheme`(words: [String], protection: Client.Protection) throws {
        #expect(try client(peer: "10.0.0.1", [], proto: words).protection == protection)
    }

    @Test func `an encrypted connection from a silent proxy is encrypted`() throws {
        #expect(try client(peer: "10.0.0.1", [], isEncrypted: true).protection == .encrypted)
        #expect(try client(peer: "10.0.0.1", [], proto: ["http"], isEncrypted: true).protection == .plain)
    }

    @Test(arguments: [(["unix"], "198.51.100.1"), ([], "0:0:0:0:0:0:0:0"), (["::/0"], "0:0:0:0:0:0:0:0")])
    func `peers on Unix sockets are trusted when listed`(entries: [String], address: String) throws {
        var request = Request(.get, "/", fields: [("X-Forwarded-For", "198.51.100.1")])
        request.origin = Origin(credentials: PeerCredentials(process: 1, user: 2, group: 3))
        let client = Client(of: PartialRequest(request), behind: try TrustedProxies(reading: entries))
        #expect(client.address.description == address)
    }

    @Test func `an entry that is no block is named`() {
        let error = #expect(throws: TrustedProxies.Unreadable.self) {
            try TrustedProxies(reading: ["unix", "10.0.0.0/8", "10.0.0.0/33"])
        }
        #expect(error?.entry == "10.0.0.0/33")
    }

    @Test func `trust can be replaced while requests come`() throws {
        let trust = ProxyTrust()
        #expect(!trust.current.include(Origin(peer: try #require(PeerAddress("10.0.0.1")))))
        trust.replace(with: proxies)
        #expect(trust.current.include(Origin(peer: try #require(PeerAddress("10.0.0.1")))))
    }
}
