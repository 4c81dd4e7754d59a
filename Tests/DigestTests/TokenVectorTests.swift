import Digest
import Testing

/// The token vectors of the API conventions: check characters and stored digest.
@Suite struct TokenVectorTests {
    static let vectors = [
        (
            "schc_0000000000000000000000000000002ri7MB",
            "914719510af7b5a227eb7df5b78bb97475152c2948cf7d7f2f3647ca49b2bc00"
        ),
        (
            "scht_Lesepaten2Nordmarkt4Dortmund7724MhA1",
            "51bca720b1a4da22411d4f1015b7ab18770f8e9034c865631df28aa59e069499"
        ),
        (
            "schp_zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz3umoZ8",
            "4d79e83c5148b3725f573249cb67afab0a33f700087bb2bd3b362d88b75b86ba"
        ),
    ]

    @Test(arguments: vectors)
    func `the digest of a token is the stored one`(_ token: String, _ digest: String) {
        #expect(sha256(Array(token.utf8)).description == digest)
    }

    @Test(arguments: vectors)
    func `the last six characters are the CRC-32 of the others in base62`(_ token: String, _: String) {
        #expect(base62(crc32(Array(token.utf8)[..<35])) == String(token.suffix(6)))
    }

    private func base62(_ value: UInt32) -> String {
        let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
        var rest = Int(value)
        var text = ""
        for _ in 0..<6 {
            text = String(digits[rest % 62]) + text
            rest /= 62
        }
        return text
    }
}
