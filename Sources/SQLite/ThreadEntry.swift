import CSQLite
import Glibc

/// What a new thread is told.
private final class Start: Sendable {
    let name: String
    let jobs: BlockingQueue<@Sendable () -> Void>

    init(name: String, jobs: BlockingQueue<@Sendable () -> Void>) {
        self.name = name
        self.jobs = jobs
    }
}

/// Starts a thread that runs jobs until their queue is closed and empty.
func startThread(
    _ name: String, _ stackBytes: Int, running jobs: BlockingQueue<@Sendable () -> Void>
) throws(SystemError) -> pthread_t {
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    defer { unsafe pthread_attr_destroy(&attributes) }
    unsafe pthread_attr_setstacksize(&attributes, stackBytes)
    var thread = pthread_t()
    // Safe because the new thread takes over the one reference; without a thread it is taken back here.
    let start = unsafe Unmanaged.passRetained(Start(name: name, jobs: jobs))
    let code = unsafe pthread_create(&thread, &attributes, runJobs, start.toOpaque())
    guard code == 0 else {
        unsafe start.release()
        throw SystemError(call: "pthread_create", subject: name, code: code)
    }
    return thread
}

/// The function of the thread: a free one, for a closure would belong to an actor and die here.
private func runJobs(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument = unsafe argument else { return nil }
    let start = unsafe Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
    unsafe scharnier_name_thread(start.name)
    while let job = start.jobs.take() { job() }
    return nil
}
