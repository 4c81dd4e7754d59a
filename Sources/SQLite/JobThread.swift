import Glibc

/// A thread of the operating system that runs jobs one after the other.
///
/// Work that blocks (SQLite, files, names) never holds up a thread of Swift's shared pool.
package final class JobThread: Sendable {
    /// The stack a job has, in bytes; SQLite's parser and our own code need far less.
    package static let stackBytes = 1 << 20

    private let jobs: BlockingQueue<@Sendable () -> Void>
    private let thread: Monitor<pthread_t?>

    /// Starts a thread.
    ///
    /// - Parameters:
    ///   - name: what `ps -T` shows; Linux keeps 15 bytes.
    ///   - capacity: how many jobs may wait.
    ///   - stackBytes: the size of its stack.
    /// - Throws: ``SystemError`` if there can be no further thread.
    package init(
        name: String, capacity: Int = .max, stackBytes: Int = JobThread.stackBytes
    ) throws(SystemError) {
        jobs = BlockingQueue(capacity: capacity)
        thread = Monitor(try startThread(name, stackBytes, running: jobs))
    }

    deinit {
        stop()
    }

    /// Puts a job at the end; false if too many wait or the thread was stopped.
    @discardableResult
    package func submit(_ job: @escaping @Sendable () -> Void) -> Bool {
        jobs.append(job)
    }

    /// Lets nothing more in, and returns when all that waits has been run.
    ///
    /// On the thread itself it does not wait. A second call does nothing.
    package func stop() {
        jobs.close()
        let running = thread.look { running in
            defer { running = nil }
            return running
        }
        guard let running else { return }
        if pthread_equal(running, pthread_self()) != 0 {
            pthread_detach(running)
        } else {
            pthread_join(running, nil)
        }
    }
}
