import Glibc

/// A thread that runs one function.
struct LoopThread: Sendable {
    private final class Work {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    private let thread: pthread_t

    /// Starts the thread.
    ///
    /// - Throws: ``ServerError`` when the system has no more threads.
    init(_ run: @escaping @Sendable () -> Void) throws(ServerError) {
        var thread = pthread_t()
        // Safe because the thread takes over the one reference that is retained here.
        let work = unsafe Unmanaged.passRetained(Work(run))
        let number = unsafe pthread_create(&thread, nil, runWork, work.toOpaque())
        guard number == 0 else {
            unsafe work.release()
            throw ServerError(call: "pthread_create", number: number)
        }
        self.thread = thread
    }

    /// Waits until the function has returned; to be called once.
    func join() {
        _ = pthread_join(thread, nil)
    }

    fileprivate static func run(_ argument: UnsafeMutableRawPointer?) {
        guard let argument = unsafe argument else { return }
        unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run()
    }
}

private func runWork(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    unsafe LoopThread.run(argument)
    return nil
}
