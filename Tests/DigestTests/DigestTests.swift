import Digest
import Testing

@Suite struct DigestTests {
    /// The examples of FIPS 180-4 (NIST "SHA256.pdf") and the empty message.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `SHA-256 gives the published values`(_ message: String, _ digest: String) {
        #expect(sha256(Array(message.utf8)).description == digest)
        #expect(sha256(Array(message.utf8)).bytes.count == SHA256Digest.byteCount)
    }

    @Test func `SHA-256 of a million letters is the published value`() {
        #expect(
            sha256([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)).description
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test func `CRC-32 gives zlib's check value`() {
        #expect(crc32(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(crc32(Array("x123456789x".utf8)[1..<10]) == 0xCBF4_3926)
        #expect(crc32([]) == 0)
    }

    @Test func `equality of secrets looks at every byte and at the length`() {
        let secret = Array("secret".utf8)
        #expect(isEqualInConstantTime(secret, Array("secret".utf8)))
        #expect(isEqualInConstantTime([], []))
        #expect(!isEqualInConstantTime(secret, Array("secre".utf8)))
        for index in secret.indices {
            var other = secret
            other[index] ^= 1
            #expect(!isEqualInConstantTime(secret, other))
        }
    }

    @Test func `digests are compared as secrets`() {
        let digest = sha256(Array("a".utf8))
        #expect(digest.isEqual(to: sha256(Array("a".utf8))))
        #expect(!digest.isEqual(to: sha256(Array("b".utf8))))
    }

    @Test func `random bytes have the length that is asked for and differ`() throws {
        #expect(try randomBytes(0).isEmpty)
        #expect(try randomBytes(33).count == 33)
        #expect(try randomBytes(32) != randomBytes(32))
    }
}
