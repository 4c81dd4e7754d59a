import Testing

@testable import HTTPServer

@Suite struct SocketActivationTests {
    private typealias Unreadable = SocketActivation.Unreadable

    private func activation(_ variables: [String: String]) throws -> [SocketActivation.Socket] {
        try SocketActivation(process: 17) { variables[$0] }.sockets
    }

    @Test func `sockets count from descriptor 3 and have their names`() throws {
        let sockets = try activation(["LISTEN_PID": "17", "LISTEN_FDS": "2", "LISTEN_FDNAMES": "http:"])
        #expect(sockets.map(\.descriptor) == [3, 4])
        #expect(sockets.map(\.name) == ["http", ""])
    }

    @Test func `sockets without names are called unknown`() throws {
        #expect(try activation(["LISTEN_PID": "17", "LISTEN_FDS": "1"]).map(\.name) == ["unknown"])
    }

    @Test(arguments: [
        [:], ["LISTEN_FDS": "1"], ["LISTEN_PID": "17"], ["LISTEN_PID": "18", "LISTEN_FDS": "1"],
        ["LISTEN_PID": "17", "LISTEN_FDS": "0", "LISTEN_FDNAMES": ""],
    ])
    func `sockets of another process, or none, are no sockets`(variables: [String: String]) throws {
        #expect(try activation(variables).isEmpty)
    }

    @Test(arguments: [
        ("LISTEN_PID", "x", "1", "a"), ("LISTEN_PID", "+17", "1", "a"), ("LISTEN_FDS", "17", "-1", "a"),
        ("LISTEN_FDS", "17", "65", "a"), ("LISTEN_FDS", "17", "", "a"), ("LISTEN_FDNAMES", "17", "2", "a"),
        ("LISTEN_FDNAMES", "17", "1", "a:b"),
    ])
    func `what cannot be read is named`(variable: String, process: String, count: String, names: String) {
        let variables = ["LISTEN_PID": process, "LISTEN_FDS": count, "LISTEN_FDNAMES": names]
        #expect(throws: Unreadable(variable: variable)) { try activation(variables) }
    }
}
