import CLinux
import Glibc
import HTTPWire

/// How a loop gets by when the process has no descriptor left for a new connection.
struct Acceptance {
    /// Kept so that there is always one descriptor to accept and close with: the caller learns at once.
    var spare = clinux_open_null()
    /// When accepting goes on.
    var resumesAt: Int64?
    /// When a draining loop gives its listeners up.
    var endsAt: Int64?

    /// Long enough to cost nothing, short enough to recover soon.
    static let pause: Int64 = 100_000_000
    /// Idle connections given up for each pause, the longest idle first.
    static let sacrifices = 16
    /// Connections accepted per event: few, so that the other loops get their share of a burst, but in long turns as
    /// many as there are other events, or callers would wait at the door.
    static let perEvent = 4...256
}

extension EventLoop {
    /// Accepts some of the connections that wait at a listener, which may have been given up meanwhile.
    mutating func acceptWaiting(at key: UInt64) {
        let index = Poller.listenerIndex(of: key)
        guard index < listeners.count else { return }
        let listener = listeners[index]
        let bound = Acceptance.perEvent
        for _ in 0..<min(max(ready, bound.lowerBound), bound.upperBound) {
            guard acceptOne(listener) else { return }
        }
    }

    /// Accepts one connection.
    ///
    /// - Returns: Whether it is worth trying again.
    mutating func acceptOne(_ listener: Listener) -> Bool {
        let (descriptor, origin) = listener.accept()
        guard descriptor >= 0 else { return recover(from: -descriptor, at: listener) }
        guard listener.admits(origin), let seat = census.admit(origin) else {
            tally.noteTurnedAway()
            clinux_close(descriptor, 0)
            return true
        }
        guard let transport = listener.transport(for: descriptor) else {
            census.release(seat)
            tally.noteTurnedAway()
            clinux_close(descriptor, 0)
            return true
        }
        let connection = Connection(
            transport, key: connections.nextKey(), origin: origin, seat: seat, limits: configuration.limits)
        connections.insert(connection)
        guard poller.add(descriptor, key: connection.key, interest: .read) else {
            close(connection)
            return true
        }
        begin(connection)
        return true
    }

    private mutating func recover(from error: Int32, at listener: Listener) -> Bool {
        switch error {
        case EAGAIN: return false
        case EMFILE, ENFILE, ENOBUFS, ENOMEM:
            tally.noteUnaccepted()
            shedOne(at: listener)
            pauseAccepting()
            return false
        default:
            // ECONNABORTED and the network errors of accept(2) concern that one connection.
            return true
        }
    }

    /// Gives the longest waiting caller a quick end instead of none.
    private mutating func shedOne(at listener: Listener) {
        if acceptance.spare >= 0 { clinux_close(acceptance.spare, 0) }
        let (descriptor, _) = listener.accept()
        if descriptor >= 0 { clinux_close(descriptor, 0) }
        acceptance.spare = clinux_open_null()
        let idle = connections.all.filter { $0.phase == .idle && $0.seat.isExpendable }.sorted {
            $0.deadline < $1.deadline
        }
        for connection in idle.prefix(Acceptance.sacrifices) { close(connection) }
    }

    private mutating func pauseAccepting() {
        for listener in listeners { poller.remove(listener.descriptor) }
        acceptance.resumesAt = now + Acceptance.pause
    }

    /// Watches the listeners again once the pause is over.
    mutating func resumeAccepting() {
        guard let moment = acceptance.resumesAt, moment <= now else { return }
        let isDone = isDraining || poller.watch(listeners)
        acceptance.resumesAt = isDone ? nil : now + Acceptance.pause
    }
}
