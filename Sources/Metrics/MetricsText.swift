/// Writes metrics in the text format of Prometheus 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats).
package struct MetricsText {
    /// What has been written so far.
    package private(set) var bytes: [UInt8] = []

    /// A name with its value.
    package typealias Label = (name: String, value: String)

    /// Nothing yet.
    package init() { bytes.reserveCapacity(16 * 1024) }

    /// Begins a family: what it is and of what kind.
    mutating func begin(_ family: Family) {
        append("# HELP \(family.name) ")
        appendEscaped(family.help, quotes: false)
        append("\n# TYPE \(family.name) \(family.kind.rawValue)\n")
    }

    /// Writes one value, which counts in units of 10^-`decimals`.
    package mutating func sample(_ name: String, _ value: Int64, labels: [Label] = [], decimals: Int = 0) {
        append(name)
        for (index, label) in labels.enumerated() {
            append(index == 0 ? "{" : ",")
            append(label.name + "=\"")
            appendEscaped(label.value, quotes: true)
            append("\"")
        }
        append(labels.isEmpty ? " " : "} ")
        DecimalDigits.append(value, decimals: decimals, to: &bytes)
        append("\n")
    }

    /// Writes a histogram whose values count in units of 10^-`decimals`.
    package mutating func histogram(
        _ name: String, _ histogram: Histogram, labels: [Label] = [], decimals: Int = 0
    ) {
        let sum = histogram.sum
        let cumulative = histogram.cumulative
        for (bound, count) in zip(histogram.bounds, cumulative) {
            var limit: [UInt8] = []
            DecimalDigits.append(bound, decimals: decimals, to: &limit)
            sample(name + "_bucket", count, labels: labels + [("le", String(decoding: limit, as: UTF8.self))])
        }
        let count = cumulative.last ?? 0
        sample(name + "_bucket", count, labels: labels + [("le", "+Inf")])
        sample(name + "_sum", sum, labels: labels, decimals: decimals)
        sample(name + "_count", count, labels: labels)
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func appendEscaped(_ text: String, quotes: Bool) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): append("\\\\")
            case UInt8(ascii: "\n"): append("\\n")
            case UInt8(ascii: "\"") where quotes: append("\\\"")
            default: bytes.append(byte)
            }
        }
    }
}

/// Exact decimal fractions, without floating point.
package enum DecimalDigits {
    /// Writes `value` · 10^-`decimals`, without trailing zeros behind the point.
    package static func append(_ value: Int64, decimals: Int, to bytes: inout [UInt8]) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let digits = Array(String(value.magnitude).utf8)
        let padded = Array(repeating: UInt8(ascii: "0"), count: max(0, decimals + 1 - digits.count)) + digits
        bytes += padded.dropLast(decimals)
        var fraction = padded.suffix(decimals)
        while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
        guard !fraction.isEmpty else { return }
        bytes.append(UInt8(ascii: "."))
        bytes += fraction
    }
}
