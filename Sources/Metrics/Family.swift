/// One metric with all its labelled values, declared in one line.
package struct Family: Sendable {
    /// What the values do over time.
    package enum Kind: String, Sendable {
        case counter, gauge, histogram
    }

    /// With its prefix and its unit: `scharnier_db_commit_duration_seconds`.
    package let name: String

    /// One sentence for whoever reads a dashboard.
    package let help: String
    package let kind: Kind
    private let write: @Sendable (String, inout MetricsText) -> Void

    /// A family whose values `write` writes under the name that it is given.
    package init(
        _ kind: Kind, _ name: String, _ help: String,
        write: @escaping @Sendable (_ name: String, inout MetricsText) -> Void
    ) {
        self.kind = kind
        self.name = name
        self.help = help
        self.write = write
    }

    /// Writes head and values.
    func write(to text: inout MetricsText) {
        text.begin(self)
        write(name, &text)
    }
}

/// The usual forms.
extension Family {
    /// A single counter.
    package static func counter(_ name: String, _ help: String, _ counter: Counter) -> Family {
        Family(.counter, name, help) { name, text in text.sample(name, counter.value) }
    }

    /// A number that is asked for when somebody reads; `nil` leaves it out.
    package static func gauge(
        _ name: String, _ help: String, decimals: Int = 0, _ read: @escaping @Sendable () -> Int64?
    ) -> Family {
        Family(.gauge, name, help) { name, text in
            if let value = read() { text.sample(name, value, decimals: decimals) }
        }
    }

    /// A single histogram.
    package static func histogram(
        _ name: String, _ help: String, decimals: Int = 0, _ histogram: Histogram
    ) -> Family {
        Family(.histogram, name, help) { name, text in text.histogram(name, histogram, decimals: decimals) }
    }
}

/// All families of a process.
package struct Registry: Sendable {
    /// In the order in which they are written.
    package let families: [Family]

    /// A registry of families with different names.
    package init(_ families: [Family]) {
        precondition(Set(families.map(\.name)).count == families.count, "a metric is declared twice")
        self.families = families
    }

    /// What somebody who collects metrics gets at this moment.
    package var text: [UInt8] {
        var text = MetricsText()
        for family in families { family.write(to: &text) }
        return text.bytes
    }

    /// The media type of ``text``.
    package static let mediaType = "text/plain; version=0.0.4; charset=utf-8"
}
