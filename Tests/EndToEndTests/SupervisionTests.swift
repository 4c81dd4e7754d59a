import Foundation
import TestSupport
import Testing

/// What a service manager hears from the process (operations.md §14).
@Suite struct SupervisionTests {
    private let city: City

    init() throws {
        city = try City()
    }

    @Test func `the supervisor hears when it serves, that it lives, when it reloads and when it ends`() throws
    {
        let socket = try DatagramSocket(address: city.folder.file("notify"))
        let service = try city.serve(environment: [
            "NOTIFY_SOCKET": socket.address, "WATCHDOG_USEC": "400000",
        ])
        var heard: [String] = []
        func hears(_ what: String, _ isMeant: (String) -> Bool) throws {
            try eventually("it says \(what)") {
                heard += socket.takeWaiting()
                defer { heard = heard.filter { !isMeant($0) } }
                return heard.contains(where: isMeant)
            }
        }
        try hears("that it serves") { $0 == "READY=1\nSTATUS=bereit" }
        try hears("that it lives") { $0 == "WATCHDOG=1" }
        service.send(SIGHUP)
        try hears("that it reloads") { $0.hasPrefix("RELOADING=1\nMONOTONIC_USEC=") }
        try hears("that it serves again") { $0 == "READY=1" }
        service.terminate()
        #expect(try service.outcome().code == 0)
        try hears("that it ends") { $0.hasPrefix("STOPPING=1\nSTATUS=") }
    }
}
