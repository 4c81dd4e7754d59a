import HTTPWire
import Logging
import Scharnier

// How a request that takes several transactions is run: as it is, or once for all under a key (api.md §7, §9).

extension API {
    /// Work of several transactions; `closing` is to be done in the last one.
    typealias SteppedWork = @Sendable (Call, any Steps, @escaping Route.Closing) throws -> Answer

    /// The longest report that is kept with a key; of a longer one only where it is.
    private static let keptBytes = 64 * 1024

    /// Runs work of several transactions on the thread for that.
    func runInSteps(
        _ route: Route, _ call: Call, _ reply: @escaping Delivery, _ work: @escaping SteppedWork
    ) throws {
        let key = try call.isTrial() ? nil : try call.idempotencyKey()
        store.inSteps(requestID: call.id, isReleasing: route.isReleasing) { [self] steps in
            guard let key else { return try work(call, steps) { _, _ in } }
            return try once(key, call, steps, work)
        } then: { [self] result in
            deliver(result, call, nil, reply)
            if case .success(let answer) = result, let work = answer.afterwards {
                goOn(with: work, of: call.id)
            }
        }
    }

    /// Does what an answer has left to do, behind whatever waits for its turn.
    private func goOn(with work: @escaping @Sendable (any Steps) throws -> Void, of requestID: String) {
        store.inSteps(requestID: requestID, isReleasing: false, work) { [logger] result in
            // A plan that a stop leaves behind is told to be so by its timer.
            guard case .failure(let error) = result, error as? StoreFailure != .closed else { return }
            logger.error(
                "work after an answer failed",
                metadata: ["request_id": "\(requestID)", "error": "\(error)"])
        }
    }

    private func once(
        _ key: IdempotencyKey, _ call: Call, _ steps: any Steps, _ work: SteppedWork
    ) throws -> Answer {
        try runningKeys.begin(key)
        defer { runningKeys.end(key) }
        let fingerprint = call.fingerprint
        if let kept = try answer(to: key, fingerprint, at: call.now) {
            return try completed(kept, call, steps)
        }
        return try work(call, steps) { tx, answer in
            var answer = answer
            if answer.body.count > Self.keptBytes { answer.body = [] }
            try tx.keep(answer.kept(for: key, fingerprint, of: call, at: tx.now))
        }
    }

    /// A kept answer with the report or plan that was too long to be kept with it.
    private func completed(_ kept: Answer, _ call: Call, _ steps: any Steps) throws -> Answer {
        let path = kept.fields.first { $0.0 == .contentLocation || $0.0 == .location }?.1
        guard kept.body.isEmpty, let path, let id = Identifier<ImportReport>(String(path.suffix(36)))
        else { return kept }
        var answer = kept
        answer.body = try steps.read { tx in
            guard path.hasPrefix("/v1/allocation-plans/") else {
                return try tx.importReport(id)?.document ?? []
            }
            return try tx.allocationRecord(.init(id), for: call.party).encoded(for: call.party)
        }
        answer.type = .json
        return answer
    }
}
