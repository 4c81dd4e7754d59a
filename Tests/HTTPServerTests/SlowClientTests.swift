import Foundation
import TestSupport
import Testing

/// Five kinds of clients that take their time, in a short form; `deploy/measure/pressure.sh` has the long one
/// (operations.md §4).
@Suite struct SlowClientTests {
    /// Of each kind: together they stay below what one address may have.
    private static let each = 40
    private static let requests = 300
    /// The bound of 100 MiB is for 1,500 connections.
    private static let bytesPerConnection = 100 * 1024 * 1024 / 1_500

    private let probe: ProbeProcess

    init() throws {
        probe = try ProbeProcess("per-connection=100000")
    }

    @Test func `slow clients cost little, and others hardly notice them`() throws {
        let before = try Self.worst(self.waits {})
        let memory = try probe.residentBytes
        let slow = try SlowClients(probe, each: Self.each)
        let beside = try Self.worst(self.waits { slow.drip() })
        let cost = try probe.residentBytes - memory
        #expect(slow.cutOff == 0, "nobody is cut off yet")
        // The bar is three times; this machine may do other things at the same time.
        #expect(beside < max(before * 10, .milliseconds(250)), "\(before) without slow clients")
        // A sanitizer keeps much memory for itself, and freed memory for a while (deploy/sanitize.sh).
        let isSanitized = ProcessInfo.processInfo.environment["SCHARNIER_SANITIZED"] != nil
        #expect(cost < Self.bytesPerConnection * slow.count * (isSanitized ? 10 : 1))
    }

    /// How long requests take, with something done before each.
    private func waits(_ meanwhile: () -> Void) throws -> [Duration] {
        let client = try probe.connect()
        return try (0..<Self.requests).map { _ in
            meanwhile()
            return try ContinuousClock().measure {
                try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(try client.readResponse().status == 200)
            }
        }
    }

    /// The 99th of a hundred.
    private static func worst(_ waits: [Duration]) -> Duration {
        waits.sorted()[waits.count * 99 / 100]
    }
}

/// Dripping heads, dripping content, answers that nobody reads, idle and silent connections.
private final class SlowClients {
    private let dripping: [RawClient]
    private let quiet: [RawClient]
    private var next = 0
    private(set) var cutOff = 0

    var count: Int { dripping.count + quiet.count }

    init(_ probe: ProbeProcess, each: Int) throws {
        var (dripping, quiet): ([RawClient], [RawClient]) = ([], [])
        for _ in 0..<each {
            let (head, body, unread) = try (
                probe.connect(), probe.connect(), probe.connect(receiveBuffer: 4096)
            )
            try head.send("GET / HTTP/1.1\r\nX-Slow: ")
            try body.send("POST /e HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n")
            try unread.send("GET /l HTTP/1.1\r\nHost: a\r\n\r\n")
            let (idle, silent) = try (probe.connect(), probe.connect())
            try idle.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            _ = try idle.readResponse()
            dripping += [head, body]
            quiet += [unread, idle, silent]
        }
        (self.dripping, self.quiet) = (dripping, quiet)
    }

    /// One octet on some of the connections.
    func drip() {
        for _ in 0..<4 {
            next = (next + 1) % dripping.count
            do { try dripping[next].send("x") } catch { cutOff += 1 }
        }
    }
}
