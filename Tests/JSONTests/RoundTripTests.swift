import JSON
import Testing

@Suite struct RoundTripTests {
    @Test(arguments: UInt64(1)...200)
    func `what is written is read back`(_ seed: UInt64) throws {
        let value = sample(seed)
        #expect(try JSONValue(parsing: encoded(value)) == value)
    }

    @Test(arguments: Documents.valid)
    func `what is read and written is read as the same value`(_ document: Documents.Valid) throws {
        let value = try JSONValue(parsing: document.bytes)
        #expect(try JSONValue(parsing: encoded(value)) == value)
    }

    @Test(arguments: UInt64(1)...40)
    func `no prefix of a written container is a document`(_ seed: UInt64) {
        let bytes = encoded(.array([sample(seed)]))
        for count in bytes.indices {
            #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: Array(bytes[..<count])) }
        }
    }

    @Test(arguments: UInt64(1)...200)
    func `a changed byte gives a document or a refusal within it`(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let bytes = encoded(sample(seed))
        for index in bytes.indices {
            var changed = bytes
            changed[index] = .random(in: 0...255, using: &generator)
            #expect(isReadOrRefused(changed))
        }
    }

    @Test(arguments: UInt64(1)...200)
    func `random bytes of the grammar give a document or a refusal within them`(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let alphabet = Array(#"{}[]:,"\u0d8e+-.1tfn "#.utf8) + [0x00, 0x80, 0xC3, 0xED, 0xF4]
        for length in 0..<60 {
            let bytes = (0..<length).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
            #expect(isReadOrRefused(bytes))
        }
    }

    private func sample(_ seed: UInt64) -> JSONValue {
        var generator = SeededGenerator(seed: seed)
        return .random(depth: 3, using: &generator)
    }

    private func encoded(_ value: JSONValue) -> [UInt8] {
        var writer = JSONWriter()
        writer.value(value)
        return writer.bytes
    }

    private func isReadOrRefused(_ bytes: [UInt8]) -> Bool {
        do throws(JSONSyntaxError) {
            let value = try JSONValue(parsing: bytes)
            return try JSONValue(parsing: encoded(value)) == value
        } catch {
            return (0...bytes.count).contains(error.offset)
        }
    }
}
