import Synchronization

/// What the writer has read or written in the transaction under way, so that its next job need not read it again.
///
/// Each job asks for the end of the feed and of the audit log, and whether areas and terms are still the same: for a
/// new need a twentieth of all its cost. A connection begins another epoch whenever what was read may not hold any
/// more; what belongs to an earlier one is not known.
final class TransactionMemory: Sendable {
    private struct Known {
        var epoch = 0
        var position: Int64?
        var auditHead: AuditHead?
        var reference: Reference?
    }

    private let known = Mutex(Known())

    /// The number of the last change.
    func position(in epoch: Int) -> Int64? { known.withLock { $0.epoch == epoch ? $0.position : nil } }

    /// The end of the audit log.
    func auditHead(in epoch: Int) -> AuditHead? { known.withLock { $0.epoch == epoch ? $0.auditHead : nil } }

    /// Areas and terms.
    func reference(in epoch: Int) -> Reference? { known.withLock { $0.epoch == epoch ? $0.reference : nil } }

    /// Keeps the number of the last change.
    func keep(position: Int64, in epoch: Int) { change(in: epoch) { $0.position = position } }

    /// Keeps the end of the audit log.
    func keep(_ head: AuditHead, in epoch: Int) { change(in: epoch) { $0.auditHead = head } }

    /// Keeps areas and terms; nil if they have changed.
    func keep(_ reference: Reference?, in epoch: Int) { change(in: epoch) { $0.reference = reference } }

    private func change(in epoch: Int, _ body: (inout Known) -> Void) {
        known.withLock { known in
            if known.epoch != epoch { known = Known(epoch: epoch) }
            body(&known)
        }
    }
}
