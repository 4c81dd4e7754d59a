import Glibc
import HTTPWire
import TestSupport
import Testing

@testable import HTTPServer

@Suite struct ListenerTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `one server listens at several places, and each request says for what it came in`() throws {
        let path = folder.path("http.sock")
        let test = try TestServer {
            $0.listeners = [
                ListenerConfiguration(.tcp(address: "127.0.0.1", port: 0)),
                ListenerConfiguration(.tcp(address: "::1", port: 0), purpose: .metrics),
                ListenerConfiguration(.unix(path: path, mode: 0o600), purpose: .control),
            ]
        }
        #expect(try Self.origin(RawClient(port: test.server.ports[0])) == "public")
        let identity = "process=\(getpid()) user=\(getuid()) group=\(getgid())"
        #expect(try Self.origin(RawClient(path: path)) == "control \(identity)")
        #expect(test.server.ports[1] > 0 && test.server.ports[2] == 0)
    }

    @Test func `a socket file has its mode and goes with the server`() throws {
        let path = folder.path("http.sock")
        let test = try TestServer { $0.listeners = [ListenerConfiguration(.unix(path: path, mode: 0o640))] }
        #expect(folder.mode(of: "http.sock") == S_IFSOCK | 0o640)
        test.server.drain()
        #expect(test.server.waitUntilStopped())
        #expect(folder.mode(of: "http.sock") == nil)
    }

    @Test func `a socket file that a dead server left is replaced`() throws {
        let path = folder.path("http.sock")
        try folder.leaveSocket("http.sock")
        let test = try TestServer { $0.listeners = [ListenerConfiguration(.unix(path: path, mode: 0o600))] }
        #expect(try Self.origin(RawClient(path: path)).hasPrefix("public"))
        withExtendedLifetime(test) {}
    }

    @Test func `a socket that somebody listens at is left alone`() throws {
        let path = folder.path("http.sock")
        let first = try TestServer { $0.listeners = [ListenerConfiguration(.unix(path: path, mode: 0o600))] }
        #expect(throws: ServerError(call: "listen", number: EADDRINUSE).at("unix:\(path)")) {
            try TestServer { $0.listeners = [ListenerConfiguration(.unix(path: path, mode: 0o600))] }
        }
        #expect(try Self.origin(RawClient(path: path)).hasPrefix("public"))
        withExtendedLifetime(first) {}
    }

    @Test func `a file that is no socket is left alone`() throws {
        try folder.write("notes", "mine")
        #expect(throws: ServerError(call: "listen", number: EEXIST).at("unix:\(folder.path("notes"))")) {
            try TestServer {
                $0.listeners = [ListenerConfiguration(.unix(path: folder.path("notes"), mode: 0o600))]
            }
        }
        #expect(folder.mode(of: "notes").map { $0 & S_IFMT } == S_IFREG)
    }

    @Test func `the socket file of a successor stays when its predecessor goes`() throws {
        let path = folder.path("http.sock")
        let test = try TestServer { $0.listeners = [ListenerConfiguration(.unix(path: path, mode: 0o600))] }
        #expect(unsafe unlink(path) == 0)
        try folder.leaveSocket("http.sock")
        test.server.drain()
        #expect(test.server.waitUntilStopped())
        #expect(folder.mode(of: "http.sock") != nil)
    }

    @Test func `a path over the limit of the system is refused`() throws {
        let path = folder.path(String(repeating: "x", count: 108))
        #expect(throws: ServerError(call: "listen", number: ENAMETOOLONG).at("unix:\(path)")) {
            try TestServer { $0.listeners = [ListenerConfiguration(.unix(path: path, mode: 0o600))] }
        }
    }

    @Test func `a control listener that everybody could reach does not start`() {
        #expect(throws: ServerError(call: "control", number: EPROTOTYPE).at("127.0.0.1:0")) {
            try TestServer {
                $0.listeners = [
                    ListenerConfiguration(.tcp(address: "127.0.0.1", port: 0), purpose: .control)
                ]
            }
        }
    }

    @Test func `only root and the own user come to the control socket`() throws {
        let place = ListenerConfiguration.Endpoint.unix(path: folder.path("control.sock"), mode: 0o666)
        let control = try Listener(ListenerConfiguration(place, purpose: .control), backlog: 1)
        func isAdmitted(_ user: UInt32?) -> Bool {
            let credentials = user.map { PeerCredentials(process: 1, user: $0, group: 0) }
            return control.admits(Origin(purpose: .control, credentials: credentials))
        }
        #expect(isAdmitted(0) && isAdmitted(geteuid()))
        #expect(!isAdmitted(geteuid() + 1) && !isAdmitted(nil))
        #expect(control.admits(Origin(purpose: .public)))
    }

    @Test func `connections that wait in an inherited socket are served by the successor`() throws {
        let (socket, port) = try Self.listeningSocket()
        defer { close(socket) }
        let first = try TestServer {
            $0.listeners = [ListenerConfiguration(.inherited(descriptor: dup(socket)))]
        }
        #expect(first.server.port == port)
        let early = try RawClient(port: port)
        #expect(try Self.origin(early) == "public")
        first.server.drain()
        #expect(try early.readToEnd().isEmpty)
        #expect(first.server.waitUntilStopped())
        let waiting = try RawClient(port: port)
        let second = try TestServer {
            $0.listeners = [ListenerConfiguration(.inherited(descriptor: dup(socket)))]
        }
        #expect(try Self.origin(waiting) == "public")
        withExtendedLifetime(second) {}
    }

    @Test func `a descriptor that does not listen is not adopted`() throws {
        let plain = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(plain) }
        #expect(throws: ServerError(call: "adopt", number: EINVAL).at("fd:\(plain)")) {
            try TestServer { $0.listeners = [ListenerConfiguration(.inherited(descriptor: plain))] }
        }
    }

    private static func origin(_ client: RawClient) throws -> String {
        try client.send("GET /origin HTTP/1.1\r\nHost: a\r\n\r\n")
        return try client.readResponse().text
    }

    private static func listeningSocket() throws -> (descriptor: Int32, port: Int) {
        let place = ListenerConfiguration(.tcp(address: "127.0.0.1", port: 0))
        let listener = try Listener(place, backlog: 16)
        return (dup(listener.descriptor), listener.port)
    }
}
