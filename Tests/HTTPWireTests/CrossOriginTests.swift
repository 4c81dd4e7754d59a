import HTTPWire
import Testing

@Suite struct CrossOriginTests {
    private func answer(_ texts: [String], _ origin: String, isReading: Bool = true) -> String? {
        (try? CrossOrigin(reading: texts))?.answer(to: Array(origin.utf8)[...], isReading: isReading)
    }

    @Test(arguments: [
        "https://portal.example.org", "http://localhost:3000", "https://[::1]:8443", "https://a.example:444",
    ])
    func `an origin of the list is answered with itself, whatever it does`(_ origin: String) {
        let list = ["https://other.example", origin]
        #expect(answer(list, origin) == origin)
        #expect(answer(list, origin, isReading: false) == origin)
        #expect(answer(list, origin + ".evil.example") == nil)
        #expect(answer(list, String(origin.dropLast())) == nil)
        #expect(answer(list, "null") == nil)
        #expect(answer([], origin) == nil)
    }

    @Test func `everywhere is for reading only`() {
        #expect(answer(["*"], "https://any.example") == "*")
        #expect(answer(["*"], "null") == "*")
        #expect(answer(["*"], "https://any.example", isReading: false) == nil)
    }

    @Test(arguments: [
        "", "portal.example.org", "https://", "https://portal.example.org/", "https://portal.example.org/app",
        "HTTPS://portal.example.org", "https://Portal.example.org", "ftp://portal.example.org", "null",
        "https://*.example.org",
        "https://a@b.example", "https://b.example:99999", "https://b.example?x", "*",
    ])
    func `what no browser sends as an origin is refused`(_ text: String) {
        #expect(throws: InvalidOrigin.self) { try CrossOrigin(reading: ["https://a.example", text]) }
    }
}
