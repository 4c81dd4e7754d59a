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

    init(_ state: sending State) {
        self.state = state
        unsafe pthread_mutex_init(lock, nil)
        var attributes = pthread_condattr_t()
        unsafe pthread_condattr_init(&attributes)
        // Waits end by a clock that nobody sets.
        unsafe pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
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
    func wait<Result>(atMost time: Duration, for body: (inout State) -> Result?) -> Result? {
        var end = timespec.after(time)
        unsafe pthread_mutex_lock(lock)
        defer { unsafe pthread_mutex_unlock(lock) }
        while true {
            if let result = body(&state) { return result }
            guard unsafe pthread_cond_timedwait(changed, lock, &end) == 0 else { return body(&state) }
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
}
