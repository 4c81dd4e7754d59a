/// Who has met over which line of a need already: open introductions, and refusals of the last months.
struct Encounters: Sendable {
    /// A line and who might supply it.
    private struct Key: Hashable {
        let item: Identifier<NeedItem>
        let supplier: Identifier<Organization>
    }

    /// What was between the two.
    struct Encounter: Sendable {
        /// Who has to answer an open introduction, if it waits for an answer.
        var openSide: Introduction.Side?
        var isOpen = false

        /// The day on which the supplier last declined.
        var declinedOn: Day?
    }

    /// A line and what was to be given for it.
    private struct OfferKey: Hashable {
        let item: Identifier<NeedItem>
        let offer: Identifier<Offer>
    }

    private var encounters: [Key: Encounter] = [:]
    private var overOffers: [OfferKey: Encounter] = [:]

    /// What these introductions tell.
    init(_ introductions: [Introduction]) {
        for introduction in introductions {
            for line in introduction.lines {
                encounters[Key(item: line.item, supplier: introduction.supplier), default: .init()].note(
                    introduction)
                guard let offer = introduction.offer else { continue }
                overOffers[OfferKey(item: line.item, offer: offer), default: .init()].note(introduction)
            }
        }
    }

    /// What was between a line and a supplier.
    func encounter(_ item: Identifier<NeedItem>, _ supplier: Identifier<Organization>) -> Encounter? {
        encounters.isEmpty ? nil : encounters[Key(item: item, supplier: supplier)]
    }

    /// What was between a line and an offer: all that may count where it is not known whose that is.
    func encounter(_ item: Identifier<NeedItem>, over offer: Identifier<Offer>) -> Encounter? {
        overOffers.isEmpty ? nil : overOffers[OfferKey(item: item, offer: offer)]
    }
}

extension Encounters.Encounter {
    /// The first day on which the line may be suggested again.
    var isFreeOn: Day? { declinedOn?.adding(Introduction.declineBlockDays) }

    fileprivate mutating func note(_ introduction: Introduction) {
        if introduction.isOpen {
            isOpen = true
            openSide = introduction.waitingOn
        } else if introduction.status == .declined, introduction.decline?.side == .supplier {
            // A declined introduction never changes again: its last change is the refusal.
            let day = LocalTime.day(at: introduction.updatedAt)
            declinedOn = max(declinedOn ?? day, day)
        }
    }
}
