/// On what ground an organisation may give donation receipts (domain.md §8.6).
package struct TaxStatus: Equatable, Sendable {
    package enum Basis: String, CaseIterable, Sendable {
        case none
        case statutesNotice = "statutes_notice_60a"
        case exemptionNotice = "exemption_notice"
        case assessmentAnnex = "assessment_annex"
        case publicBody = "public_body"
    }

    /// How it is known.
    package enum Source: String, CaseIterable, Sendable {
        case selfDeclared = "self_declared"
        case documentSeen = "document_seen"
        case publicRegister = "public_register"
    }

    /// Who looked at the document or the register, and when.
    package struct Confirmation: Equatable, Sendable {
        package let by: Identifier<Organization>?
        package let at: Instant

        /// A look at the evidence.
        package init(by: Identifier<Organization>?, at: Instant) {
            self.by = by
            self.at = at
        }
    }

    package var basis: Basis

    /// The date of the notice.
    package var noticeOn: Day?

    /// Whether an exemption notice or annex was issued after a notice under §60a AO.
    package var hasLaterNotice: Bool
    package var taxOffice: String?

    /// The charitable purposes of the notice (scheme `purpose`).
    package var purposes: [String] = []

    /// What the organisation says of itself, until somebody confirms it.
    package var source: Source = .selfDeclared
    package var confirmation: Confirmation?

    /// A ground as it was declared.
    package init(basis: Basis, noticeOn: Day? = nil, hasLaterNotice: Bool = false, taxOffice: String? = nil) {
        self.basis = basis
        self.noticeOn = noticeOn
        self.hasLaterNotice = hasLaterNotice
        self.taxOffice = taxOffice
    }

    /// Whether receipts may be given on `day` (§63(5) AO).
    package func canGiveReceipts(on day: Day) -> Bool {
        if basis == .publicBody { return true }
        guard let receiptsUntil else { return false }
        return day <= receiptsUntil
    }

    /// The last day on which receipts may be given; `nil` for never, and for public bodies, who always may.
    package var receiptsUntil: Day? {
        switch basis {
        case .none, .publicBody: nil
        case .exemptionNotice, .assessmentAnnex: noticeOn?.adding(years: 5)
        case .statutesNotice: hasLaterNotice ? nil : noticeOn?.adding(years: 3)
        }
    }
}

extension TaxStatus {
    /// What breaks a rule, in the order of the members.
    package func violations(at path: String = "tax_status/") -> [Violation] {
        Violation.length(of: taxOffice, 0...120, at: "\(path)tax_office")
            + Violation.list(purposes, 0...30, at: "\(path)purposes")
    }
}

extension Day {
    /// The same date so many years later; 29 February falls back to 28 February.
    package func adding(years: Int) -> Day {
        let (year, month, day) = parts
        return Day(year: year + years, month: month, day: day)
            ?? Day(year: year + years, month: month, day: day - 1) ?? self
    }
}
