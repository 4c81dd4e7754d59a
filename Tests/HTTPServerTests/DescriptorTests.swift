import Glibc
import TestSupport
import Testing

@testable import HTTPServer

@Suite struct DescriptorTests {
    @Test(arguments: [
        (4_096, 16_384, 4_096), (4_096, 1_024, 960), (4_096, 4_160, 4_096), (100, 64, 1), (100, 3, 1),
    ])
    func `some descriptors are kept back from connections`(wanted: Int, limit: Int, connections: Int) {
        #expect(Descriptors.connections(wanted: wanted, within: limit) == connections)
    }

    @Test func `a process takes what it may have, and tells what that comes to`() throws {
        #expect(try ProbeProcess(after: "ulimit -n 200").connectionLimit == 136)
        let raised = try ProbeProcess("raise=1", after: "ulimit -S -n 200; ulimit -H -n 1000")
        #expect(raised.connectionLimit == 936)
    }

    @Test func `the limit of connections is the one that holds`() throws {
        let probe = try ProbeProcess("threads=1", after: "ulimit -n 70")
        #expect(probe.connectionLimit == 6)
        let clients = try (0..<6).map { _ in try probe.connect() }
        for client in clients { try Self.expectAnswer(client) }
        #expect(try probe.connect().readToEnd().isEmpty)
        for client in clients { try Self.expectAnswer(client) }
    }

    @Test func `without descriptors the server neither spins nor stops, and recovers`() throws {
        let folder = try TemporaryFolder()
        let probe = try ProbeProcess("threads=1", "control=\(folder.path("control.sock"))")
        let control = try RawClient(path: folder.path("control.sock"))
        try Self.expectAnswer(control)
        let idle = try probe.connect()
        try Self.expectAnswer(idle)
        let holders = try (0..<4).map { _ in try probe.connect() }
        for client in holders { try client.send("GET /h HTTP/1.1\r\nHost: a\r\n\r\n") }
        try eventually { try Self.inWork(control) == 4 }
        try probe.limitDescriptors(to: probe.nextDescriptor)
        let waiting = try (0..<30).map { _ in try probe.connect() }
        #expect(try idle.readToEnd().isEmpty, "idle connections make room")
        let crowd = Crowd(port: probe.port)
        let before = try probe.processorSeconds
        let start = ContinuousClock.now
        for _ in 0..<15 {
            usleep(100_000)
            try Self.expectAnswer(control)
        }
        let share = try (probe.processorSeconds - before) / Self.seconds(since: start)
        crowd.stop()
        #expect(share < 0.2, "of a processor while nobody can be accepted")
        #expect(try waiting[0].readToEnd().isEmpty, "who waits is told")
        try probe.limitDescriptors(to: 1000)
        let release = ContinuousClock.now
        try eventually { (try? probe.status(of: "/")) == 200 }
        // The bar of operations.md §5, doubled for machines that do other things.
        #expect(Self.seconds(since: release) < 4)
        #expect(try probe.status(of: "/r") == 200)
        for client in holders { #expect(try client.readResponse().status == 200) }
    }

    @Test func `who cannot be let in is told, although nobody makes room`() throws {
        let folder = try TemporaryFolder()
        let probe = try ProbeProcess("threads=1", "control=\(folder.path("control.sock"))")
        let control = try RawClient(path: folder.path("control.sock"))
        try Self.expectAnswer(control)
        let holder = try probe.connect()
        try holder.send("GET /h HTTP/1.1\r\nHost: a\r\n\r\n")
        try eventually { try Self.inWork(control) == 1 }
        try probe.limitDescriptors(to: probe.nextDescriptor)
        for _ in 0..<3 { #expect(try probe.connect().readToEnd().isEmpty) }
        try probe.limitDescriptors(to: 1000)
        try eventually { (try? probe.status(of: "/r")) == 200 }
        #expect(try holder.readResponse().status == 200)
    }

    private static func expectAnswer(_ client: RawClient) throws {
        try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(try client.readResponse().status == 200)
    }

    /// How many answers the probe owes.
    private static func inWork(_ client: RawClient) throws -> Int? {
        try client.send("GET /f HTTP/1.1\r\nHost: a\r\n\r\n")
        return try Int(client.readResponse().text)
    }

    private static func seconds(since start: ContinuousClock.Instant) -> Double {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        return Double(seconds) + Double(attoseconds) / 1e18
    }
}
