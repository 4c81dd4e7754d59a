import Foundation
import Testing

/// What a fault is, and which calls it hits.
struct Fault: CustomTestStringConvertible, Sendable {
    let calls: FaultShim.Calls
    let code: Int32
    let name: String
    var repeats = false

    var testDescription: String { name }
}

/// One call after the other fails while the service works (operations.md §5, §17): no 2xx for what is not stored, no
/// wrong answer, and the process lives on or ends with 74 and a word.
///
/// Not under a sanitizer, which takes the calls before the library that lets them fail.
@Suite(.serialized, .disabled(if: Effort.isSanitized)) struct FaultTests {
    /// The calls that fail, counted from the first of the script; all of 1…200 with `SCHARNIER_HEAVY=1`.
    private static let numbers: [Int] =
        Effort.isHeavy ? Array(1...200) : Array(1...12) + stride(from: 20, through: 200, by: 20)

    private static let silent = [
        Fault(calls: .file, code: 0, name: "files, short"),
        Fault(calls: .socket, code: 0, name: "sockets, short"),
        Fault(calls: .socket, code: EINTR, name: "sockets, EINTR"),
        Fault(calls: .socket, code: EAGAIN, name: "sockets, EAGAIN"),
        Fault(calls: .socket, code: 0, name: "sockets, short from then on", repeats: true),
    ]

    private static let loud = [
        Fault(calls: .file, code: EIO, name: "files, EIO"),
        Fault(calls: .file, code: ENOSPC, name: "files, ENOSPC"),
        Fault(calls: .file, code: EINTR, name: "files, EINTR"),
        Fault(calls: .file, code: EMFILE, name: "files, EMFILE"),
        Fault(calls: .sync, code: EIO, name: "syncs, EIO"),
        Fault(calls: .file, code: EIO, name: "files, EIO from then on", repeats: true),
        Fault(calls: .file, code: ENOSPC, name: "files, ENOSPC from then on", repeats: true),
        Fault(calls: .memory, code: ENOMEM, name: "SQLite's memory"),
        Fault(calls: .memory, code: ENOMEM, name: "SQLite's memory from then on", repeats: true),
    ]

    private let city: City
    private let shim: FaultShim

    init() throws {
        city = try City()
        shim = try FaultShim()
    }

    @Test(arguments: silent) func `a call that was interrupted or did half is not noticed`(_ fault: Fault)
        throws
    {
        let service = try serve()
        var script = FaultScript(token: try city.token("carrier"))
        var hits: Int64 = 0
        for number in Self.numbers {
            try shim.fail(fault.calls, at: number, with: fault.code, repeating: fault.repeats)
            script.run(on: service)
            hits += try shim.counts().hits
            #expect(script.refused == 0, "call \(number)")
            #expect(script.wrong == [], "call \(number)")
        }
        try shim.disarm()
        #expect(hits >= Self.numbers.count / 2)
        #expect(script.acknowledged.count == Self.numbers.count * 12)
        try script.verify(on: service)
        #expect(script.wrong == [])
    }

    @Test(arguments: loud)
    func `a call that fails is told or ends the process, and nothing acknowledged is lost`(
        _ fault: Fault
    ) throws {
        var script = FaultScript(token: try city.token("carrier"))
        var service = try serve()
        var (hits, ends): (Int64, Int) = (0, 0)
        for number in Self.numbers {
            let known = script.acknowledged.count
            try shim.fail(fault.calls, at: number, with: fault.code, repeating: fault.repeats)
            script.run(on: service)
            hits += try shim.counts().hits
            try shim.disarm()
            if try hasEnded(service) {
                ends += 1
                service = try serve()
            }
            try script.verify(on: service, from: known)
            #expect(script.wrong == [], "call \(number)")
        }
        #expect(hits >= Self.numbers.count / 3, "too few calls failed: the test shows nothing")
        try service.kill()
        service = try serve()
        try script.verify(on: service)
        #expect(script.wrong == [])
        #expect(try city.check().code == 0)
        print(
            "\(fault.name): \(hits) calls failed, \(script.acknowledged.count) acknowledged, lost 0,",
            "\(script.refused) refused, \(ends) ends with 74")
    }

    private func serve() throws -> Service {
        try city.serve(environment: shim.environment(root: city.folder))
    }

    /// Whether the process ended, as it may after a failed commit: soon, with 74 and a word.
    private func hasEnded(_ service: Service) throws -> Bool {
        do {
            if try Caller(service).get("/healthz").status == 200 { return false }
        } catch {
            // Nobody listens any more.
        }
        let outcome = try service.outcome()
        #expect(outcome.code == 74, "\(outcome.errors)")
        #expect(outcome.errors.contains("Commit failed on disk"))
        return true
    }
}
