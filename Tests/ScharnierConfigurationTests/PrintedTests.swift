import Scharnier
import ScharnierConfiguration
import Testing

/// What is printed can be read again.
@Suite struct PrintedTests {
    private func loaded(_ text: String) throws -> Loaded { try Loaded(KeyTests.layers(file: text)) }

    @Test func `the printed configuration names every key with its origin, and sets the same`() throws {
        var layers = try KeyTests.layers(
            file: "hosts = [\"a\\\"b\", \"ä\\u0001\"]", environment: ["SCHARNIER_WAITING_WRITES": "7"],
            flags: ["--db", "x.sqlite"])
        layers.environment["HOME"] = "/"
        let first = try Loaded(layers)
        let lines = first.printed.split(separator: "\n")
        #expect(lines.count == Key.all.count)
        #expect(lines.contains("db = \"x.sqlite\"  # --db"))
        #expect(lines.contains("waiting_writes = 7  # SCHARNIER_WAITING_WRITES"))
        #expect(lines.contains { $0.hasPrefix("hosts = ") && $0.hasSuffix("# c.toml:1") })
        #expect(lines.contains("body_bytes = 1_048_576  # default"))
        #expect(try loaded(first.printed).keys(differingFrom: first).isEmpty)
    }

    @Test func `the example sets nothing, and everything to its default once its marks are gone`() throws {
        let usual = try Loaded(Layers())
        #expect(try loaded(Key.example).keys(differingFrom: usual).isEmpty)
        let lines = Key.example.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasPrefix("#") && !line.hasPrefix("# ") ? line.dropFirst() : line
        }
        let set = try loaded(lines.joined(separator: "\n"))
        #expect(set.keys(differingFrom: usual).isEmpty)
        #expect(Key.all.allSatisfy { set.origin(of: $0) != .fallback })
    }

    @Test(arguments: Key.all)
    func `the example says of every key what it is for, in both languages`(key: Key) {
        #expect(Key.example.contains("# \(key.reason.de)\n# \(key.reason.en)\n#\(key.name) = "))
    }
}
