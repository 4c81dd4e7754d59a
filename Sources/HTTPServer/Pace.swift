/// Turns ``TimeLimits`` into deadlines in nanoseconds of the loop's clock.
///
/// Pure arithmetic on moments that are passed in, so that no test has to wait.
struct Pace {
    let head: Int64
    let silent: Int64
    let handshake: Int64
    let answer: Int64
    let body: Int64
    let keepAlive: Int64
    let linger: Int64
    let lingerWhole: Int64
    let drainGrace: Int64
    let drain: Int64
    private let sendStall: Int64
    private let rateGrace: Int64
    private let nanosecondsPerOctet: Int64

    init(_ limits: TimeLimits) {
        head = limits.head.nanoseconds
        silent = limits.silent.nanoseconds
        handshake = limits.handshake.nanoseconds
        answer = limits.answer.nanoseconds
        keepAlive = limits.keepAlive.nanoseconds
        linger = limits.linger.nanoseconds
        lingerWhole = limits.lingerWhole.nanoseconds
        drainGrace = limits.drainGrace.nanoseconds
        drain = limits.drain.nanoseconds
        body = limits.body.nanoseconds
        sendStall = limits.sendStall.nanoseconds
        rateGrace = limits.rateGrace.nanoseconds
        nanosecondsPerOctet = 1_000_000_000 / Int64(max(1, limits.minimumRate))
    }

    /// When content that began at `start` and has the time `limit` must be complete or at least faster.
    func bodyDeadline(start: Int64, received: Int, within limit: Int64) -> Int64 {
        min(start + limit, rateDeadline(start: start, octets: received))
    }

    /// When an answer that began at `start` must have moved on.
    func sendDeadline(start: Int64, lastProgress: Int64, sent: Int) -> Int64 {
        min(lastProgress + sendStall, rateDeadline(start: start, octets: sent))
    }

    /// When a refused client has to be done with sending, however often it sends: single octets earn nothing.
    func lingerEnd(start: Int64, received: Int) -> Int64 {
        start + min(lingerWhole, max(linger, earned(received)))
    }

    /// So many octets earn so much time.
    private func rateDeadline(start: Int64, octets: Int) -> Int64 {
        start + max(rateGrace, earned(octets))
    }

    private func earned(_ octets: Int) -> Int64 {
        let (time, overflow) = Int64(octets).multipliedReportingOverflow(by: nanosecondsPerOctet)
        return overflow ? .max / 2 : time
    }
}
