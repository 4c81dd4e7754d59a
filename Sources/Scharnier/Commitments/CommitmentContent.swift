extension Commitment {
    /// What is signed, besides the lines.
    package struct Content: Equatable, Sendable {
        package var legalNature: Offer.LegalNature

        /// Who receives money: the carrier, or its fiscal host.
        package var payee: Identifier<Organization>?

        /// What the carrier gives back.
        package var counterpart: Counterpart?
        package var startsOn: Day?
        package var endsOn: Day?
        package var deliveryDueOn: Day?

        /// The one area for which it counts.
        package var attributionArea: Identifier<Area>?

        /// What the gift is meant for, where it is tied to that.
        package var purpose: String?
        package var termsTextVersion: String?

        /// What protection of minors the supplier brings; what the offer says, where nothing else was said.
        package var safeguarding: SafeguardingReadiness?

        /// Whether the supplier asks for a donation receipt.
        package var asksForReceipt = false

        /// A promise of this nature in law.
        package init(legalNature: Offer.LegalNature) {
            self.legalNature = legalNature
        }
    }

    /// What the carrier gives back, and whether that has a price.
    package struct Counterpart: Equatable, Sendable {
        package var text: String?

        /// Whether it is worth money, which excludes a donation.
        package var isValued: Bool
        package var cents: Int64?

        /// Something given back.
        package init(text: String? = nil, isValued: Bool = false, cents: Int64? = nil) {
            self.text = text
            self.isValued = isValued
            self.cents = cents
        }
    }

    /// What something that is not money is worth, by whose word (F-67); the product records, it does not appraise.
    package struct Valuation: Equatable, Sendable {
        package var method: Method
        package var cents: Int64?

        /// The value added tax on its withdrawal from a business, which is part of the gift (domain.md §8.6).
        package var vatCents: Int64?
        package var valuedBy: Valuer
        package var basis: String?

        /// A value by one method.
        package init(
            method: Method, cents: Int64? = nil, vatCents: Int64? = nil, valuedBy: Valuer = .supplier,
            basis: String? = nil
        ) {
            self.method = method
            self.cents = cents
            self.vatCents = vatCents
            self.valuedBy = valuedBy
            self.basis = basis
        }

        package enum Method: String, CaseIterable, Sendable {
            case marketPrice = "market_price"
            case bookValue = "book_value"
            case goingConcernValue = "going_concern_value"
            case hourlyRate = "hourly_rate"
            case none
        }

        package enum Valuer: String, CaseIterable, Sendable {
            case supplier, carrier, office
        }
    }

    /// One line of the need, and how much of it is promised and given.
    package struct Line: Equatable, Sendable {
        package var content: Content

        /// The kind and measure of the need's line, which cannot change while anything of it is promised.
        package let kind: ResourceKind
        package let unit: Unit?

        /// What the supplier says it has given, and what of that the carrier says it has got.
        package var delivered: Int64
        package var acknowledged: Int64

        /// What a line says.
        package struct Content: Equatable, Sendable {
            package var item: Identifier<NeedItem>

            /// In the line's own measure, cents for money.
            package var quantity: Int64
            package var valuation: Valuation?

            /// A quantity of one line.
            package init(
                item: Identifier<NeedItem>, quantity: Int64, valuation: Valuation? = nil
            ) {
                self.item = item
                self.quantity = quantity
                self.valuation = valuation
            }
        }

        /// A line put together from what is kept of it.
        package init(
            content: Content, kind: ResourceKind, unit: Unit?, delivered: Int64 = 0, acknowledged: Int64 = 0
        ) {
            self.content = content
            self.kind = kind
            self.unit = unit
            self.delivered = delivered
            self.acknowledged = acknowledged
        }
    }
}

extension Commitment {
    /// Whether money is promised.
    package var hasMoney: Bool { lines.contains { $0.kind == .money } }

    /// What it is worth in cents: money, and what other things were valued at, their tax included.
    package var valueCents: Int64 {
        // At most 30 lines of 10^12 cents: no overflow.
        lines.reduce(0) { sum, line in
            let valuation = line.content.valuation
            return sum
                + (line.kind == .money
                    ? line.content.quantity : (valuation?.cents ?? 0) + (valuation?.vatCents ?? 0))
        }
    }
}
