extension Commitment {
    /// How many lines there can be (domain.md §4.5).
    static let lineCount = 1...30
    static let counterpartLength = 0...1000
    static let purposeLength = 0...300
    static let termsVersionLength = 1...40
    static let basisLength = 0...200

    /// Money, as domain.md §0 bounds it.
    static let amounts: ClosedRange<Int64> = 0...Quantity.cents.upperBound
}

extension Commitment.Content {
    /// What breaks a rule that needs no look-up, in the order of the members.
    package func violations() -> [Violation] {
        var found = Violation.length(
            of: counterpart?.text, Commitment.counterpartLength, at: "counterpart/text")
        found += Violation.range(of: counterpart?.cents, Commitment.amounts, at: "counterpart/value_cents")
        if let counterpart, counterpart.cents != nil, !counterpart.isValued {
            found.append(
                .excluded(
                    "counterpart/value_cents", "Ein Wert gehört zu valued = true.",
                    "A value goes with valued = true."))
        }
        if let startsOn, let endsOn, endsOn < startsOn {
            found.append(
                .excluded("ends_on", "Das Ende liegt vor dem Anfang.", "The end is before the start."))
        }
        return found + Violation.length(of: purpose, Commitment.purposeLength, at: "purpose")
            + Violation.length(
                of: termsTextVersion, Commitment.termsVersionLength, at: "terms_text_version")
    }
}

extension [Commitment.Line.Content] {
    /// What breaks a rule that needs no look-up.
    package func violations() -> [Violation] {
        var found = Violation.count(of: self, Commitment.lineCount, at: "lines")
        for (index, line) in enumerated() {
            found += Violation.range(
                of: line.quantity, 1...Quantity.cents.upperBound, at: "lines/\(index)/quantity")
            found += line.valuation?.violations(at: "lines/\(index)/valuation") ?? []
        }
        if Set(map(\.item)).count < count {
            found.append(
                .init("lines", .notUnique, Wording("Eine Position steht doppelt.", "An item is there twice."))
            )
        }
        return found
    }
}

extension Commitment.Valuation {
    fileprivate func violations(at path: String) -> [Violation] {
        var found = Violation.range(of: cents, Commitment.amounts, at: "\(path)/amount_cents")
        found += Violation.range(of: vatCents, Commitment.amounts, at: "\(path)/vat_cents")
        if method == .none, cents != nil || vatCents != nil {
            found.append(
                .excluded(
                    "\(path)/amount_cents", "Ohne Bewertung gibt es keinen Betrag.",
                    "Without a valuation there is no amount."))
        }
        if method != .none, cents == nil { found.append(.missing("\(path)/amount_cents")) }
        return found + Violation.length(of: basis, Commitment.basisLength, at: "\(path)/basis")
    }
}

extension Commitment {
    /// What must be there before anyone signs (domain.md §4.5, `*`).
    func missing() -> [Violation] {
        var missing: [Violation] = []
        if content.deliveryDueOn == nil { missing.append(.missing("delivery_due_on")) }
        if hasMoney, content.payee == nil { missing.append(.missing("payee_organization_id")) }
        return missing
    }
}
