import Metrics
import TestSupport
import Testing

/// What is counted arrives at whoever collects it, in the format they read.
@Suite struct RegistryTests {
    private func document(_ families: [Family]) throws -> MetricsDocument {
        try MetricsDocument(String(decoding: Registry(families).text, as: UTF8.self))
    }

    @Test func `counters and gauges show their values`() throws {
        let counter = Counter()
        counter.add()
        counter.add(41)
        let gauge = Gauge(7)
        gauge.set(-5)
        let document = try document([
            .counter("a_total", "Things.", counter), .gauge("b", "State.") { gauge.value },
            .gauge("c", "Nobody knows.") { nil }, .gauge("d", "Fraction.", decimals: 3) { 1_500 },
        ])
        #expect(document.value("a_total") == 42)
        #expect(document.value("b") == -5)
        #expect(document.value("c") == nil)
        #expect(document.value("d") == 1.5)
        #expect(document.families.map(\.kind) == ["counter", "gauge", "gauge", "gauge"])
    }

    @Test func `a histogram counts what is at most each bound`() throws {
        let histogram = Histogram(bounds: [10, 20])
        #expect(histogram.isEmpty)
        for value: Int64 in [0, 10, 11, 20, 21, 1_000] { histogram.record(value) }
        #expect(!histogram.isEmpty)
        let document = try document([.histogram("h", "Sizes.", decimals: 1, histogram)])
        #expect(document.value("h_bucket", ["le": "1"]) == 2)
        #expect(document.value("h_bucket", ["le": "2"]) == 4)
        #expect(document.value("h_bucket", ["le": "+Inf"]) == 6)
        #expect(document.value("h_count") == 6)
        #expect(document.value("h_sum") == 106.2)
    }

    @Test func `label values and help may hold anything`() throws {
        let value = "a\"b\\c\nd{e},f=\u{e4}"
        let document = try document([
            Family(.gauge, "g", "back\\slash\nand line") { name, text in
                text.sample(name, 1, labels: [("x", value), ("y", "")])
            }
        ])
        #expect(document.value("g", ["x": value, "y": ""]) == 1)
    }

    @Test(
        arguments: [
            (0, 9, "0"), (1, 9, "0.000000001"), (500_000, 9, "0.0005"), (1_000_000_000, 9, "1"),
            (10_500_000_000, 9, "10.5"), (-1, 1, "-0.1"), (123, 0, "123"), (.max, 0, "9223372036854775807"),
            (.min, 9, "-9223372036.854775808"),
        ] as [(Int64, Int, String)])
    func `fractions are exact`(value: Int64, decimals: Int, text: String) {
        var bytes: [UInt8] = []
        DecimalDigits.append(value, decimals: decimals, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == text)
    }

    @Test func `a table is bounded, and counts the rest as one`() {
        let table = CounterTable(limit: 2)
        for key in [1, 2, 3, 4, 1, 3] { table.add(key) }
        #expect(table.all.map(\.key) == [CounterTable.overflow, 1, 2])
        #expect(table.all.map(\.count) == [3, 2, 1])
    }

    @Test(arguments: [
        "a 1\n", "# HELP a x\na 1\n", "# HELP a x\n# TYPE a gauge\nb 1\n",
        "# HELP a x\n# TYPE a gauge\na 1\na 1\n",
        "# HELP a x\n# TYPE a gauge\na 1", "# HELP a x\n# TYPE a counter\na 1\n",
        "# HELP a x\n# TYPE a gauge\na x\n",
        "# HELP a x\n# TYPE a gauge\na{b=\"c} 1\n",
        "# HELP a x\n# TYPE a histogram\na_bucket{le=\"1\"} 2\na_bucket{le=\"+Inf\"} 1\na_sum 1\na_count 1\n",
        "# HELP a x\n# TYPE a histogram\na_bucket{le=\"1\"} 1\na_sum 1\na_count 1\n",
    ])
    func `the reader of these tests refuses what is not in the format`(text: String) {
        #expect(throws: MetricsDocument.Malformed.self) { try MetricsDocument(text) }
    }
}
