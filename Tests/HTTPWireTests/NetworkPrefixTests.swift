import HTTPWire
import Testing

@Suite struct NetworkPrefixTests {
    @Test(arguments: [
        ("127.0.0.1", "127.0.0.1"), ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"),
        ("::", "0:0:0:0:0:0:0:0"), ("::1", "0:0:0:0:0:0:0:1"), ("1::", "1:0:0:0:0:0:0:0"),
        ("2001:db8::7", "2001:db8:0:0:0:0:0:7"), ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
        ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"),
        ("FE80::aBcD", "fe80:0:0:0:0:0:0:abcd"), ("::ffff:10.1.2.3", "10.1.2.3"),
        ("64:ff9b::192.0.2.33", "64:ff9b:0:0:0:0:c000:221"),
        ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"),
    ])
    func `addresses are read`(text: String, address: String) {
        #expect(PeerAddress(text)?.description == address)
    }

    @Test(arguments: [
        "", "1.2.3", "1.2.3.4.5", "01.2.3.4", "256.1.1.1", "1.2.3.4 ", "1.2.3.+4", ":", ":::", "1::2::3",
        "12345::",
        "fe80::1%eth0", "[::1]", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7", "::1.2.3", "localhost", "1.2.3.4/8",
    ])
    func `what is no address is refused`(text: String) {
        #expect(PeerAddress(text) == nil)
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.255.1.2", true), ("10.0.0.0/8", "11.0.0.0", false),
        ("10.0.0.0/8", "9.255.255.255", false),
        ("192.0.2.7", "192.0.2.7", true), ("192.0.2.7", "192.0.2.6", false),
        ("192.0.2.6/31", "192.0.2.7", true),
        ("0.0.0.0/0", "203.0.113.1", true), ("0.0.0.0/0", "::1", false), ("::/0", "2001:db8::1", true),
        ("::/0", "203.0.113.1", false), ("2001:db8::/32", "2001:db8:ffff::1", true),
        ("2001:db8::/32", "2001:db9::1", false), ("2001:db8::/64", "2001:db8::ffff:1", true),
        ("2001:db8::/65", "2001:db8::8000:0:0:0", false), ("2001:db8::/65", "2001:db8::7fff:0:0:0", true),
        ("::1", "::1", true), ("::1", "::2", false), ("127.0.0.0/8", "::ffff:127.1.1.1", true),
    ])
    func `a block holds its addresses and no others`(block: String, address: String, isInside: Bool) throws {
        let (block, address) = (try #require(NetworkPrefix(block)), try #require(PeerAddress(address)))
        #expect(block.contains(address) == isInside)
    }

    @Test(arguments: [
        "", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/08", "10.0.0.0/+8", "10.0.0.0/8/8", "10.0.0.1/8",
        "::/129",
        "::1/64", "10.0.0.0/8 ", "example.org", "10/8",
    ])
    func `what is no block is refused`(text: String) {
        #expect(NetworkPrefix(text) == nil)
    }

    @Test func `one subscriber has an IPv4 address or an IPv6 network`() {
        #expect(PeerAddress("192.0.2.7")?.subscriber == PeerAddress("192.0.2.7"))
        #expect(PeerAddress("2001:db8::1")?.subscriber == PeerAddress("2001:db8::")?.subscriber)
        #expect(PeerAddress("2001:db8:0:1::1")?.subscriber != PeerAddress("2001:db8::1")?.subscriber)
    }
}
