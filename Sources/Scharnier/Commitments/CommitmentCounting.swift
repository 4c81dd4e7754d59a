extension WriteTransaction {
    /// Brings need and offer to what a commitment counts for now, and tells the feed of both.
    ///
    /// - Throws: ``Refusal/guardFailed(_:)`` `capacity_exhausted` if more is taken than is left.
    func count(_ new: Commitment, after old: Commitment, as party: Party) throws {
        guard let oldNeed = try self.need(new.need) else { throw Refusal.notFound }
        var need = oldNeed
        try need.count(new, after: old)
        if need != oldNeed {
            try keep(&need, after: oldNeed, "need.cover", by: party)
            try logCover(of: need, after: oldNeed)
        }
        guard let oldOffer = try new.offer.flatMap({ try self.offer($0) }) else { return }
        var offer = oldOffer
        try offer.count(new, after: old, on: today)
        if offer != oldOffer { try keep(&offer, after: oldOffer, "offer.commit", by: party) }
    }

    /// Takes the quantities of a draft: what the introduction holds passes to it, or what is free.
    ///
    /// - Throws: ``Refusal/guardFailed(_:)`` `capacity_exhausted`, `need_not_live`.
    func take(_ commitment: inout Commitment, from introduction: inout Introduction, as party: Party) throws {
        try requireOpen(commitment)
        let old = commitment
        try release(&introduction, as: .agreed)
        commitment.takenAt = now
        try count(commitment, after: old, as: party)
    }

    /// Refuses to promise to a need that ended; one that merely rests may still be met.
    func requireOpen(_ commitment: Commitment) throws {
        let open: [Need.Status] = [.published, .partiallyMet, .met, .paused, .stale]
        guard try need(commitment.need).map({ open.contains($0.status) }) ?? false else {
            throw Refusal.guardFailed([.needNotLive])
        }
    }

    /// Brings the state of a need to what is promised, after something else about it has changed.
    func covered(_ old: Need, as party: Party) throws -> Need {
        var new = old
        new.cover()
        guard new.status != old.status else { return old }
        try keep(&new, after: old, "need.cover", by: party)
        try logCover(of: new, after: old)
        return new
    }

    /// The state of a need changes by what is promised alone (domain.md §5.3, `cover`).
    private func logCover(of need: Need, after old: Need) throws {
        guard need.status != old.status else { return }
        _ = try log(
            "cover", of: .need, need.id, from: old.status.rawValue, to: need.status.rawValue, facts: .init(),
            by: .system)
    }
}
