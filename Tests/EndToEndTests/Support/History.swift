/// What several callers did to one item and saw of it, with the time that each of them knows.
///
/// Every write is conditional and names the version it replaces and the one it makes, so that the order of writes needs
/// no search: it is that of the versions.
struct History {
    struct Event: Sendable {
        enum Deed: Sendable, Equatable {
            /// A write that was taken.
            case wrote(from: Int64, to: Int64, value: String)
            /// A read, or a refusal that names the version; without a value if it tells none.
            case saw(Int64, value: String?)
        }

        let deed: Deed
        /// Before the request was sent, and after its answer was read, on one clock.
        let start, end: ContinuousClock.Instant

        /// The version that it made or saw.
        var version: Int64 {
            switch deed {
            case .wrote(_, let version, _), .saw(let version, _): version
            }
        }

        var isWrite: Bool {
            if case .wrote = deed { true } else { false }
        }
    }

    /// The item before all of it.
    let first: (version: Int64, value: String)
    var events: [Event] = []

    /// Why no order of all events explains what each caller saw (Herlihy and Wing, 1990); none if one does.
    ///
    /// The order is: by version, the write before those who saw it, those by their beginnings. It explains everything if
    /// each write replaced the version before it, each value is that of its version, and nothing is ordered before
    /// what had ended when it began.
    var faults: [String] { contradictions + anachronisms }

    /// Versions that were made twice, replaced another than the last, or have another value than was written.
    private var contradictions: [String] {
        var faults: [String] = []
        var values = [first.version: first.value]
        var before = first.version
        for event in events.sorted(by: { $0.version < $1.version }) {
            guard case .wrote(let from, let to, let value) = event.deed else { continue }
            if values.updateValue(value, forKey: to) != nil { faults.append("version \(to) made twice") }
            if from != before {
                faults.append("version \(to) replaced \(from), but \(before) came before it")
            }
            before = to
        }
        for event in events {
            guard case .saw(let version, let value) = event.deed else { continue }
            guard let written = values[version] else {
                faults.append("version \(version) of nobody"); continue
            }
            if let value, value != written { faults.append("version \(version) with value \(value)") }
        }
        return faults
    }

    /// Events that know less than others which had ended before they began.
    private var anachronisms: [String] {
        var ended = events.sorted { $0.end < $1.end }[...]
        var newest = first.version
        return events.sorted { $0.start < $1.start }.compactMap { event in
            while let earlier = ended.first, earlier.end < event.start {
                newest = max(newest, earlier.version)
                ended.removeFirst()
            }
            if event.version < newest { return "\(event.version) after \(newest) was known" }
            return event.isWrite && event.version == newest ? "\(newest) known before it was written" : nil
        }
    }
}
