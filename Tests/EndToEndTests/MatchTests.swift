import Foundation
import TestSupport
import Testing

/// `scharnier match` over files as somebody who develops matching has them.
@Suite struct MatchTests {
    private let city: City

    init() throws {
        city = try City()
    }

    private func file(_ name: String, _ lines: String...) throws -> String {
        let path = city.folder.file(name)
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func match(_ arguments: String...) throws -> Outcome {
        try Run(Program.binary(), ["match"] + arguments, in: city.folder).outcome()
    }

    private func needs() throws -> String {
        try file(
            "needs.ndjson",
            #"{"external_id": "n1", "title": "Schulranzen für Erstklässler", "topics": ["education"]}"#, "",
            #"{"id": "n2", "title": "Fahrräder für Geflüchtete", "topics": ["mobility"]}"#, #"{"_end": true}"#
        )
    }

    private func offers() throws -> String {
        try file(
            "offers.ndjson",
            #"{"external_id": "o1", "title": "Ranzen und Federmäppchen", "topics": ["education"]}"#,
            #"{"external_id": "o2", "title": "Gebrauchte Fahrräder", "topics": ["mobility"]}"#)
    }

    @Test func `the best comes first, for each query`() throws {
        for (direction, expected) in [
            ("needs", ["o1", "n1", "o2", "n2"]), ("offers", ["n1", "o1", "n2", "o2"]),
        ] {
            let outcome = try match(
                "--needs", needs(), "--offers", offers(), "--direction", direction, "--top", "1")
            #expect(outcome.code == 0, "\(outcome.errors)")
            let lines = outcome.lines.map { $0.split(separator: "\t") }
            #expect(lines.flatMap { $0.prefix(2) }.map(String.init) == expected)
            #expect(lines.allSatisfy { $0.count == 3 && Double($0[2]) ?? 0 > 30 })
        }
    }

    @Test func `what was agreed before moves a need up`() throws {
        let history = try file(
            "history.ndjson", #"{"offer_id": "o1", "title": "Fahrräder für Geflüchtete", "text": "Räder"}"#)
        let (needs, offers) = (try needs(), try offers())
        func points(_ more: String...) throws -> Double? {
            let outcome = try Run(
                Program.binary(), ["match", "--needs", needs, "--offers", offers] + more, in: city.folder
            ).outcome()
            let line = outcome.lines.first { $0.hasPrefix("o1\tn2\t") }
            return line?.split(separator: "\t").last.flatMap { Double($0) }
        }
        let without = try #require(try points())
        let with = try #require(try points("--history", history))
        #expect(with > without + 3 && with <= without + 10)
    }

    @Test func `faults name the file and the line`() throws {
        let broken = try file("broken.ndjson", #"{"id": "n1", "title": "Gut"}"#, "{")
        let outcome = try match("--needs", broken, "--offers", offers())
        #expect(outcome.code == 65 && outcome.errors.contains("2"))
        #expect(try match("--needs", file("nameless.ndjson", "{}"), "--offers", offers()).code == 65)
        #expect(try match("--needs", city.folder.file("none"), "--offers", offers()).code == 74)
        #expect(try match("--needs", needs(), "--offers", offers(), "--top", "0").code == 64)
        #expect(try match("--needs", needs(), "--offers", offers(), "--day", "heute").code == 64)
    }
}
