/// A text in the format of Prometheus 0.0.4, read strictly: written from the format's description alone.
package struct MetricsDocument {
    /// One line with a value.
    package struct Sample: Equatable {
        package let name: String
        package let labels: [String: String]
        package let value: Double
    }

    /// What stands between two `# HELP` lines.
    package struct Family {
        package let name: String
        package let kind: String
        package fileprivate(set) var samples: [Sample] = []
    }

    package private(set) var families: [Family] = []

    /// Why a text is not in the format.
    package struct Malformed: Error, CustomStringConvertible {
        package let line: String
        package let reason: String
        package var description: String { "\(reason): \(line)" }
    }

    /// Reads a text.
    ///
    /// - Throws: ``Malformed``: wrong lines, families without head, samples twice, buckets that do not add up.
    package init(_ text: String) throws {
        guard text.isEmpty || text.hasSuffix("\n") else {
            throw Malformed(line: "", reason: "no last line end")
        }
        var help: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        {
            if line.hasPrefix("# HELP ") {
                let parts = line.split(separator: " ", maxSplits: 3)
                guard parts.count == 4, help == nil else { throw Malformed(line: line, reason: "help") }
                help = String(parts[2])
            } else if line.hasPrefix("# TYPE ") {
                try begin(line, help)
                help = nil
            } else {
                guard help == nil else { throw Malformed(line: line, reason: "no type") }
                try add(Self.sample(line), line)
            }
        }
        for family in families where family.kind == "histogram" { try Self.check(family) }
    }

    /// The only sample of this name and these labels.
    package func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
        families.flatMap(\.samples).first { $0.name == name && $0.labels == labels }?.value
    }

    private mutating func begin(_ line: String, _ help: String?) throws {
        let parts = line.split(separator: " ").map(String.init)
        guard parts.count == 4, parts[2] == help, ["counter", "gauge", "histogram"].contains(parts[3]),
            Self.isName(parts[2]), !families.contains(where: { $0.name == parts[2] })
        else { throw Malformed(line: line, reason: "type") }
        families.append(Family(name: parts[2], kind: parts[3]))
    }

    private mutating func add(_ sample: Sample, _ line: String) throws {
        guard let family = families.last else { throw Malformed(line: line, reason: "no family") }
        let names =
            family.kind == "histogram"
            ? ["_bucket", "_sum", "_count"].map { family.name + $0 } : [family.name]
        guard names.contains(sample.name) else { throw Malformed(line: line, reason: "another family's") }
        guard family.kind != "counter" || family.name.hasSuffix("_total") else {
            throw Malformed(line: line, reason: "a counter ends in _total")
        }
        guard !family.samples.contains(where: { $0.name == sample.name && $0.labels == sample.labels }) else {
            throw Malformed(line: line, reason: "twice")
        }
        families[families.count - 1].samples.append(sample)
    }
}

extension MetricsDocument {
    private static func isName(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.first?.isNumber == false
            && text.utf8.allSatisfy { byte in
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
                    || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                    || byte == UInt8(ascii: "_")
            }
    }

    private static func sample(_ line: String) throws -> Sample {
        guard let space = line.lastIndex(of: " "), let value = number(line[line.index(after: space)...])
        else {
            throw Malformed(line: line, reason: "value")
        }
        let head = line[..<space]
        guard let brace = head.firstIndex(of: "{") else {
            guard isName(head) else { throw Malformed(line: line, reason: "name") }
            return Sample(name: String(head), labels: [:], value: value)
        }
        guard head.last == "}", isName(head[..<brace]) else { throw Malformed(line: line, reason: "labels") }
        let labels = try labels(Array(head[head.index(after: brace)...].dropLast()), line)
        return Sample(name: String(head[..<brace]), labels: labels, value: value)
    }

    private static func number(_ text: some StringProtocol) -> Double? {
        guard text.allSatisfy({ "0123456789.-".contains($0) }), text.first != ".", text.last != "." else {
            return nil
        }
        return Double(String(text))
    }

    private static func labels(_ text: [Character], _ line: String) throws -> [String: String] {
        var labels: [String: String] = [:]
        var rest = text[...]
        while !rest.isEmpty {
            let name = String(rest.prefix { $0 != "=" })
            rest = rest.dropFirst(name.count + 1)
            guard isName(name), rest.popFirst() == "\"" else { throw Malformed(line: line, reason: "label") }
            var value = ""
            guard rest.contains("\"") else { throw Malformed(line: line, reason: "no end of a label") }
            while let next = rest.popFirst(), next != "\"" {
                guard next == "\\" else {
                    value.append(next)
                    continue
                }
                guard let escaped = rest.popFirst(), "\\\"n".contains(escaped) else {
                    throw Malformed(line: line, reason: "escape")
                }
                value.append(escaped == "n" ? "\n" : escaped)
            }
            guard labels.updateValue(value, forKey: name) == nil, rest.isEmpty || rest.popFirst() == ","
            else {
                throw Malformed(line: line, reason: "label")
            }
        }
        return labels
    }

    /// Buckets rise, end at infinity, and the last one is the count.
    private static func check(_ family: Family) throws {
        let groups = Dictionary(grouping: family.samples) { sample in
            sample.labels.filter { $0.key != "le" }.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        }
        for (labels, samples) in groups {
            let buckets = samples.filter { $0.name.hasSuffix("_bucket") }
            let bounds = buckets.map {
                $0.labels["le"] == "+Inf" ? .infinity : Double($0.labels["le"] ?? "") ?? .nan
            }
            let counts = buckets.map(\.value)
            guard bounds == bounds.sorted(), Set(bounds).count == bounds.count, bounds.last == .infinity,
                counts == counts.sorted(),
                samples.first(where: { $0.name.hasSuffix("_count") })?.value == counts.last,
                samples.contains(where: { $0.name.hasSuffix("_sum") })
            else { throw Malformed(line: "\(labels)", reason: "buckets of \(family.name)") }
        }
    }
}
