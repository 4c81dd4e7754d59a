import CLinux
import Glibc

/// One epoll instance, level-triggered.
@safe
final class Poller: @unchecked Sendable {
    // Safe because the event buffer lives as long as the poller, is indexed below the count the kernel gave, and
    // is used by the loop's thread alone once that runs.

    /// What a connection waits for, besides errors and hang-ups, which are always reported.
    enum Interest: UInt32 {
        case none = 0
        /// The peer's end of sending.
        case hangUp = 0x2000
        /// Octets, and the peer's end of sending.
        case read = 0x2001
        case write = 0x004
    }

    struct Event {
        var key: UInt64
        var flags: UInt32

        /// Whether the peer sends no more.
        var isHalfClosed: Bool { flags & Interest.hangUp.rawValue != 0 }
        /// Reset, or ended in both directions.
        var isBroken: Bool { flags & (EPOLLERR.rawValue | EPOLLHUP.rawValue) != 0 }
    }

    /// Events per call: all that a loop can have, so that one turn hears everybody and its length says how long they
    /// wait (``Turn``).
    private static let capacity = 8 * 1024

    private let descriptor: Int32
    private let events: UnsafeMutablePointer<epoll_event>

    init() throws(ServerError) {
        descriptor = try ServerError.check(clinux_epoll_create(), "epoll_create1")
        unsafe events = .allocate(capacity: Self.capacity)
        unsafe events.initialize(repeating: epoll_event(), count: Self.capacity)
    }

    deinit {
        unsafe events.deallocate()
        clinux_close(descriptor, 0)
    }

    /// Keys of what is no connection: they are beyond all keys of a ``ConnectionTable``.
    static let mailboxKey = UInt64.max
    static let firstListenerKey: UInt64 = 1 << 63

    static func listenerIndex(of key: UInt64) -> Int { Int(key & ~firstListenerKey) }

    /// Watches what a loop is woken by besides its connections.
    func watch(_ mailbox: Mailbox, _ listeners: [Listener]) throws(ServerError) {
        guard add(mailbox.descriptor, key: Self.mailboxKey, interest: .read), watch(listeners)
        else { throw ServerError(call: "epoll_ctl", number: ENOSPC) }
    }

    /// Watches listeners, of which some may be watched already.
    ///
    /// - Returns: Whether all of them are.
    func watch(_ listeners: [Listener]) -> Bool {
        var key = Self.firstListenerKey
        for listener in listeners {
            guard addShared(listener.descriptor, key: key) else { return false }
            key += 1
        }
        return true
    }

    /// Waits at most so many milliseconds, for ever with -1, and returns the number of events.
    func wait(milliseconds: Int32) -> Int {
        max(0, Int(unsafe clinux_epoll_wait(descriptor, events, Int32(Self.capacity), milliseconds)))
    }

    /// An event of the last ``wait(milliseconds:)``.
    subscript(index: Int) -> Event {
        unsafe Event(key: clinux_event_key(events + index), flags: clinux_event_flags(events + index))
    }

    /// - Returns: Whether the kernel took it; it refuses only without memory or watches left.
    func add(_ other: Int32, key: UInt64, interest: Interest) -> Bool {
        clinux_epoll_control(descriptor, EPOLL_CTL_ADD, other, interest.rawValue, key) == 0
    }

    /// Adds a descriptor that several pollers watch and of which one is enough to be woken.
    func addShared(_ other: Int32, key: UInt64) -> Bool {
        // EPOLLEXCLUSIVE permits no EPOLLRDHUP beside it (epoll_ctl(2)).
        let interest = EPOLLIN.rawValue | EPOLLEXCLUSIVE.rawValue
        let result = clinux_epoll_control(descriptor, EPOLL_CTL_ADD, other, interest, key)
        return result == 0 || result == -EEXIST
    }

    func modify(_ other: Int32, key: UInt64, interest: Interest) {
        _ = clinux_epoll_control(descriptor, EPOLL_CTL_MOD, other, interest.rawValue, key)
    }

    func remove(_ other: Int32) {
        _ = clinux_epoll_control(descriptor, EPOLL_CTL_DEL, other, 0, 0)
    }
}
