import Glibc
import HTTPWire
import Synchronization
import TestSupport
import Testing

@testable import HTTPServer

@Suite struct SupervisorTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `messages go to the socket that the supervisor names`() throws {
        let socket = try DatagramSocket(address: folder.path("notify.sock"))
        let supervisor = Supervisor(address: folder.path("notify.sock"))
        #expect(supervisor.tell(.ready, .status("bereit")))
        #expect(try socket.receive() == "READY=1\nSTATUS=bereit")
        supervisor.tell(.reloading(monotonicMicroseconds: 4711))
        #expect(try socket.receive() == "RELOADING=1\nMONOTONIC_USEC=4711")
        supervisor.tell(.stopping)
        #expect(try socket.receive() == "STOPPING=1")
        supervisor.tell(.alive)
        #expect(try socket.receive() == "WATCHDOG=1")
    }

    @Test func `an abstract socket is found by its name`() throws {
        let name = "@scharnier-test-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
        let socket = try DatagramSocket(address: name)
        #expect(Supervisor(address: name).tell(.ready))
        #expect(try socket.receive() == "READY=1")
    }

    @Test func `a status stays one line`() throws {
        let socket = try DatagramSocket(address: folder.path("notify.sock"))
        Supervisor(address: folder.path("notify.sock")).tell(.status("a\nSTOPPING=1\u{0}b"))
        #expect(try socket.receive() == "STATUS=a STOPPING=1 b")
    }

    @Test(arguments: [nil, "", "relative", "vsock:2:1"])
    func `without a supervisor nothing is said`(address: String?) {
        #expect(Supervisor(address: address).tell(.ready))
    }

    @Test func `a supervisor that has gone is no fault of the service`() {
        #expect(!Supervisor(address: folder.path("gone.sock")).tell(.ready))
        #expect(!Supervisor(address: "/" + String(repeating: "x", count: 200)).tell(.ready))
    }

    @Test func `the process is alive while its loops turn and the rest says so`() throws {
        let socket = try DatagramSocket(address: folder.path("notify.sock"))
        let test = try TestServer()
        let isWriterAlive = Switch(true)
        let watchdog = try Watchdog(
            test.server, timing: WatchdogTiming(limit: .milliseconds(80)),
            supervisor: Supervisor(address: folder.path("notify.sock")), isAlive: { isWriterAlive.value })
        #expect(try socket.receive() == "WATCHDOG=1")
        isWriterAlive.value = false
        #expect(socket.fallsSilent())
        isWriterAlive.value = true
        #expect(try socket.receive() == "WATCHDOG=1")
        let client = try test.connect()
        try client.send("GET /block HTTP/1.1\r\nHost: a\r\n\r\n")
        try eventually { test.responder.gate.isHolding }
        #expect(socket.fallsSilent())
        test.responder.gate.open()
        #expect(try socket.receive() == "WATCHDOG=1")
        watchdog.stop()
        #expect(socket.fallsSilent())
    }

    @Test(arguments: [
        ("60000000", nil, Duration.seconds(60)), ("60000000", "17", .seconds(60)), ("60000000", "18", nil),
        ("0", nil, nil), ("-5", nil, nil), ("x", nil, nil), (nil, nil, nil),
    ])
    func `the time is that of the supervisor`(microseconds: String?, process: String?, limit: Duration?) {
        let variables = ["WATCHDOG_USEC": microseconds, "WATCHDOG_PID": process]
        #expect(WatchdogTiming(process: 17) { variables[$0] ?? nil }?.limit == limit)
    }
}

/// A switch that two threads share.
private final class Switch: Sendable {
    private let state: Atomic<Bool>

    init(_ value: Bool) { state = Atomic(value) }

    var value: Bool {
        get { state.load(ordering: .relaxed) }
        set { state.store(newValue, ordering: .relaxed) }
    }
}
