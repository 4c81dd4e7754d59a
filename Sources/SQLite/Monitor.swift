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
        unsafe pthread_cond_init(changed, nil)
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

    /// Runs `body` with the state, which it does not change in a way that others wait for.
    func look<Result>(_ body: (inout State) -> Result) -> Result {
        unsafe pthread_mutex_lock(lock)
        defer { unsafe pthread_mutex_unlock(lock) }
        return body(&state)
    }
}
