import SQLite
import Scharnier

extension SQLiteTransaction {
    /// Needs and offers whose promised amounts are not what the commitments promise, or more than there is.
    func promiseFindings() throws -> [String] {
        let commitments = try commitments(among: "SELECT id FROM commitment")
        let byNeed = Dictionary(grouping: commitments, by: \.need)
        let needs = try needs(among: "SELECT id FROM need")
        let lines = needs.flatMap { need in
            need.items.flatMap { $0.findings(byNeed[need.id] ?? []) }
        }
        let byOffer = Dictionary(grouping: commitments, by: \.offer)
        let offers = try offers(among: "SELECT id FROM offer").flatMap { $0.findings(byOffer[$0.id] ?? []) }
        return lines + offers
            + commitments.filter { !$0.stateFits }.map {
                "commitment \($0.id): is \($0.status.rawValue), its signatures or deliveries say otherwise"
            }
    }
}

extension NeedItem {
    fileprivate func findings(_ commitments: [Commitment]) -> [String] {
        let promised = commitments.reduce(0) { $0 + $1.promised(id) }
        let met = commitments.reduce(0) { $0 + $1.fulfilled(id) }
        var findings: [String] = []
        if committed != promised {
            findings.append("line \(id): promised \(committed), commitments say \(promised)")
        }
        if fulfilled != met { findings.append("line \(id): fulfilled \(fulfilled), commitments say \(met)") }
        if held + committed > content.quantity {
            findings.append("line \(id): \(held) held and \(committed) promised of \(content.quantity)")
        }
        return findings
    }
}

extension Offer {
    fileprivate func findings(_ commitments: [Commitment]) -> [String] {
        let used = commitments.filter(counts).reduce(0) { $0 + $1.used(of: self) }
        var findings: [String] = []
        if usage.committed != used {
            findings.append("offer \(id): promised \(usage.committed), commitments say \(used)")
        }
        if !content.isInexhaustible, usage.held + usage.committed > content.quantity ?? 0 {
            findings.append(
                "offer \(id): \(usage.held) held and \(usage.committed) promised, which is too much")
        }
        return findings
    }

    /// Whether a commitment belongs to the period whose usage is known.
    private func counts(_ commitment: Commitment) -> Bool {
        commitment.takenAt.map { periodStart(of: LocalTime.day(at: $0)) == usage.periodStart } ?? false
    }
}

extension Commitment {
    /// Whether it was signed where it must have been, and given where it says so.
    fileprivate var stateFits: Bool {
        switch status {
        case .drafted: !unsigned.isEmpty && lines.allSatisfy { $0.delivered == 0 }
        case .confirmed: unsigned.isEmpty && takenAt != nil && lines.allSatisfy { $0.delivered == 0 }
        case .inDelivery, .disputed: unsigned.isEmpty && takenAt != nil && acknowledgement == nil
        case .delivered: unsigned.isEmpty && lines.contains { $0.delivered > 0 } && acknowledgement == nil
        case .acknowledged, .evaluated, .closed: unsigned.isEmpty && acknowledgement != nil
        case .cancelled, .discarded: lines.allSatisfy { $0.acknowledged == 0 }
        }
    }
}
