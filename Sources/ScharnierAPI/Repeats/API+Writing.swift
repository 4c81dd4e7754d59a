import HTTPWire
import Scharnier

// How a request that writes is run: as it is, once for all under a key (api.md §7), or only tried out (§8).

extension API {
    /// What is done in a transaction.
    typealias Transaction = @Sendable (any WriteTransaction) throws -> Answer

    /// Runs what `prepare` makes of the request, which may refuse it before the writer has to do with it.
    func write(
        _ route: Route, _ call: Call, _ reply: @escaping Delivery, _ prepare: () throws -> Transaction
    ) throws {
        let key = try call.idempotencyKey()
        if try call.isTrial() {
            tryOut(call, try prepare(), reply)
        } else if let key {
            try write(route, call, key, reply, prepare)
        } else {
            let work = try prepare()
            submit(route, call, work) { [self] in deliver($0, call, $1, reply, after: work) }
        }
    }

    private func submit(
        _ route: Route, _ call: Call, _ work: @escaping Transaction,
        then complete: @escaping @Sendable (Result<Answer, any Error>, StoreTimes) -> Void
    ) {
        let turn = StoreTurn(settings.monotonic)
        store.write(
            requestID: call.id, isReleasing: route.isReleasing, turn.timing(work),
            then: { complete($0, turn.ended()) })
    }

    private func tryOut(_ call: Call, _ work: @escaping Transaction, _ reply: @escaping Delivery) {
        let turn = StoreTurn(settings.monotonic)
        store.tryOut(
            turn.timing { tx in
                let position = try tx.lastPosition()
                return try work(tx).tried(after: position)
            }, then: { self.deliver($0, call, turn.ended(), reply) })
    }

    private func write(
        _ route: Route, _ call: Call, _ key: IdempotencyKey, _ reply: @escaping Delivery,
        _ prepare: () throws -> Transaction
    ) throws {
        let fingerprint = call.fingerprint
        try runningKeys.begin(key)
        do {
            if let kept = try answer(to: key, fingerprint, at: call.now) {
                runningKeys.end(key)
                return deliver(.success(kept), call, nil, reply)
            }
            let work = try prepare()
            submit(route, call) { tx in
                let answer = try work(tx).written()
                try tx.keep(answer.kept(for: key, fingerprint, of: call, at: tx.now))
                return answer
            } then: { [self] result, times in
                runningKeys.end(key)
                deliver(result, call, times, reply)
            }
        } catch {
            runningKeys.end(key)
            throw error
        }
    }

    /// What was answered to the same request before.
    ///
    /// - Throws: 422 `idempotency_key_reused` if it was another request, 410 `erased` if the answer was.
    func answer(to key: IdempotencyKey, _ fingerprint: [UInt8], at now: Instant) throws -> Answer? {
        let kept = try store.read { try $0.keptAnswer(to: key.text, of: key.organization) }
        guard let kept, kept.isCurrent(at: now) else { return nil }
        guard kept.fingerprint == fingerprint else { throw Problem(.idempotencyKeyReused) }
        return try Answer(kept)
    }
}
