/// Looks up introductions.
package protocol IntroductionReading {
    /// The introduction with this identifier.
    func introduction(_ id: Identifier<Introduction>) throws -> Introduction?

    /// One page of those that `query` asks for and its party may know of, in its order.
    func introductions(_ query: IntroductionQuery) throws -> Page<Introduction>

    /// All of one need, oldest first.
    func introductions(of need: Identifier<Need>) throws -> [Introduction]

    /// All on one offer, oldest first.
    func introductions(of offer: Identifier<Offer>) throws -> [Introduction]

    /// All that disclosed a contact, or are about a need or offer that names it.
    func introductions(naming contact: Identifier<Contact>) throws -> [Introduction]

    /// All that are open, or were declined since a moment: what matching has to know.
    func introductions(openOrDeclinedSince moment: Instant) throws -> [Introduction]
}

/// Keeps introductions.
package protocol IntroductionRepository: IntroductionReading {
    /// Adds an introduction.
    func insert(_ introduction: Introduction) throws

    /// Replaces what is kept about an introduction.
    func update(_ introduction: Introduction) throws
}

/// Which introductions to list; an empty list of values does not restrict.
package struct IntroductionQuery: ListQuery, Equatable, Sendable {
    package var party: Party
    package var statuses: [Introduction.Status] = []
    package var need: Identifier<Need>?
    package var offer: Identifier<Offer>?
    package var order = SortOrder<Introduction.SortKey>()
    package var after: PageKey?
    package var limit = PageSize.standard
    package var isCounted = false

    /// Everything that `party` may know of.
    package init(party: Party) {
        self.party = party
    }
}

/// What a caller sends to bring two organisations together.
package struct IntroductionProposal: Equatable, Sendable {
    package var need: Identifier<Need>
    package var lines: [Introduction.Line]
    package var offer: Identifier<Offer>?

    /// The giver, where no offer names one.
    package var supplier: Identifier<Organization>?
    package var message: String?
    package var overrideReason: String?

    /// A proposal for lines of a need.
    package init(
        need: Identifier<Need>, lines: [Introduction.Line], offer: Identifier<Offer>? = nil,
        supplier: Identifier<Organization>? = nil, message: String? = nil, overrideReason: String? = nil
    ) {
        self.need = need
        self.lines = lines
        self.offer = offer
        self.supplier = supplier
        self.message = message
        self.overrideReason = overrideReason
    }

    /// What breaks a rule that needs no look-up.
    package func violations() -> [Violation] {
        var found = Violation.count(of: lines, 1...30, at: "lines")
        for (index, line) in lines.enumerated() {
            found += Violation.range(
                of: line.quantity, 1...Quantity.cents.upperBound, at: "lines/\(index)/quantity")
        }
        if Set(lines.map(\.item)).count < lines.count {
            found.append(
                .init("lines", .notUnique, Wording("Eine Position steht doppelt.", "An item is there twice."))
            )
        }
        if offer == nil, supplier == nil { found.append(.missing("offer_id")) }
        return found + Violation.length(of: message, 0...2000, at: "message")
            + Violation.length(of: overrideReason, 10...500, at: "override_reason")
    }
}

extension ReadTransaction {
    /// The introduction as `party` may see it.
    ///
    /// - Throws: ``Refusal/notFound`` also for a hidden one.
    package func introduction(_ id: Identifier<Introduction>, for party: Party) throws -> Introduction {
        guard let introduction = try introduction(id), introduction.audience.includes(party) else {
            throw Refusal.notFound
        }
        return introduction
    }

    /// Whether `party` is told whose the offer of an introduction is: an unnamed giver shows itself by proposing or
    /// by accepting, and to those who bring the two together.
    package func namesSupplier(of introduction: Introduction, to party: Party) throws -> Bool {
        if introduction.isConnected || introduction.supplierAcceptedAt != nil { return true }
        if party.isFrom(introduction.supplier) || party.role == .cityAdmin || party.role == .areaOfficer {
            return true
        }
        if introduction.proposer == introduction.supplier { return true }
        return try introduction.offer.flatMap { try offer($0)?.isNamed } ?? true
    }

    /// The contacts that an introduction disclosed to `party`'s organisation.
    package func disclosedContacts(of introduction: Introduction, to party: Party) throws -> [Contact] {
        guard introduction.isConnected else { return [] }
        return try disclosures(in: introduction.id)
            .filter { party.isFrom($0.toOrganization) }
            .compactMap { try contact($0.contact) }
            .filter { $0.restrictedAt == nil }
    }
}
