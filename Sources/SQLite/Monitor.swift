import Glibc

/// State that threads share, with a lock and a way to wait for a change of it.
///
/// The standard library's `Mutex` cannot wait.
@safe
final class Monitor<State>: @unchecked Sendable {
    // Safe because the state is touched only while the lock is held, and both live as long as the monitor.
    private let lock: UnsafeMutablePointer<pthread_mutex_t> = .allocate(capacity: 1)
    private let changed: UnsafeMutablePointer<pthread_cond_t> = .allocate(capacity: 1)
    private var state: State

    /// Makes a monitor whose waits for a time are by `clock`: the wall clock, or CLOCK_MONOTONIC, which nobody sets.
    init(_ state: sending State, waitingBy clock: clockid_t = CLOCK_REALTIME) {
        self.state = state
        unsafe pthread_mutex_init(lock, nil)
        var attributes = pthread_condattr_t()
        unsafe pthread_condattr_init(&attributes)
        unsafe pthread_condattr_setclock(&attributes, clock)
        unsafe pthread_cond_init(changed, &attributes)
        unsafe pthread_condattr_destroy(&attributes)
    }

    deinit {
        unsafe pthread_cond_destroy(changed)
        unsafe pthread_mutex_destroy(lock)
        unsafe changed.deallocate()
        unsafe lock.deallocate()
    }

    /// Runs `body` with the state, while no other thread can see it; wakes who waits for a change.
    func change<Result>(_ body: (inout State) -> Result) -> Result {
        unsafe pthread_mutex_lock(lock)
        defer { unsafe pthread_mutex_unlock(lock) }
        let result = body(&state)
        unsafe pthread_cond_signal(changed)
        return result
    }

    /// The same, for a change that concerns everyone who waits.
    func changeForAll(_ body: (inout State) -> Void) {
        change(body)
        unsafe pthread_cond_broadcast(changed)
    }

    /// Waits until `body` has a result.
    func wait<Result>(for body: (inout State) -> Result?) -> Result {
        unsafe pthread_mutex_lock(lock)
        defer { unsafe pthread_mutex_unlock(lock) }
        while true {
            if let result = body(&state) { return result }
            unsafe pthread_cond_wait(changed, lock)
        }
    }

    /// Waits until `body` has a result, but no longer than `time`, which is less than a second.
    ///
    /// For a monitor that waits by CLOCK_MONOTONIC.
    func wait<Result>(atMost time: Duration, for body: (inout State) -> Result?) -> Result? {
        var end = timespec.after(time)
        unsafe pthread_mutex_lock(lock)
        defer { unsafe pthread_mutex_unlock(lock) }
        while true {
            if let result = body(&state) { return result }
            guard unsafe pthread_cond_timedwait(changed, lock, &end) == 0 else { return body(&state) }
        }
    }

    /// Waits until `body` has a result, or the wall clock shows `moment`, in milliseconds since 1970.
    ///
    /// For a monitor that waits by CLOCK_REALTIME (pthread_cond_timedwait(3)): a clock that is set past the moment ends the wait.
    func wait<Result>(until moment: (State) -> Int64, for body: (inout State) -> Result?) -> Result? {
        unsafe pthread_mutex_lock(lock)
        defer { unsafe pthread_mutex_unlock(lock) }
        while true {
            if let result = body(&state) { return result }
            var end = timespec(milliseconds: moment(state))
            guard unsafe pthread_cond_timedwait(changed, lock, &end) != ETIMEDOUT else { return nil }
        }
    }

    /// Runs `body` with the state, which it does not change in a way that others wait for.
    func look<Result>(_ body: (inout State) -> Result) -> Result {
        unsafe pthread_mutex_lock(lock)
        defer { unsafe pthread_mutex_unlock(lock) }
        return body(&state)
    }
}

extension timespec {
    private static let nanosecondsPerSecond = 1_000_000_000

    /// The moment on the clock that nobody sets when `time`, less than a second, has passed.
    fileprivate static func after(_ time: Duration) -> timespec {
        var end = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &end)
        end.tv_nsec += Int(time.components.attoseconds / 1_000_000_000)
        guard end.tv_nsec >= nanosecondsPerSecond else { return end }
        end.tv_sec += 1
        end.tv_nsec -= nanosecondsPerSecond
        return end
    }

    /// A moment as the system counts it: never before 1970, and never past the year 9999, which is far enough.
    fileprivate init(milliseconds: Int64) {
        let moment = min(max(0, milliseconds), 253_402_300_799_999)
        self.init(tv_sec: Int(moment / 1000), tv_nsec: Int(moment % 1000) * 1_000_000)
    }
}
