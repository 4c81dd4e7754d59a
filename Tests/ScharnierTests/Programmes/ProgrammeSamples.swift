@testable import Scharnier

extension Programme.Policy {
    /// A policy that holds in 2026.
    static func example(_ version: String = "2026.1") -> Programme.Policy {
        Programme.Policy(
            version: version, validity: DayRange(from: Day("2026-01-01"), to: Day("2027-01-01")),
            legalBasis: "Satzung", verification: .unverified)
    }
}

extension Programme {
    /// A prize of the giver.
    static func example(
        _ status: Status = .draft, policy: Policy? = .example(), calls: [Call] = []
    ) -> Programme {
        var content = Content(kind: .prize, title: "Nachbarschaftspreis")
        content.policy = policy
        content.calls = calls
        let moment = Instant(milliseconds: 0)
        return Programme(
            id: .numbered(1), organization: .giver, content: content, status: status, createdAt: moment,
            updatedAt: moment)
    }
}

extension Programme.Call {
    /// A call by its days.
    init?(_ opensOn: String, _ closesOn: String, _ decisionOn: String? = nil) {
        guard let opens = Day(opensOn), let closes = Day(closesOn) else { return nil }
        self.init(opensOn: opens, closesOn: closes, decisionOn: decisionOn.flatMap { Day($0) })
    }
}
