import Digest
import SQLite
import Scharnier
import Testing

@testable import ScharnierStore

@Suite struct AuditChainTests {
    let city: TestCity

    init() throws { city = try TestCity() }

    /// The vector of the design (operations.md §8).
    @Test func `the first entry's hash is that of 32 zero bytes and its canonical form`() throws {
        let link = AuditLink(
            action: "need.published", actor: "city", at: try #require(Instant("2026-11-21T09:30:00.000Z")),
            fields: ["state"], object: try #require(Identifier("01a1fd70-f1c0-7abc-8def-0123456789ab")),
            requestID: "01a1fd70-f1d0-7abc-8def-0123456789ac", position: 1)
        #expect(
            String(decoding: link.canonical, as: UTF8.self)
                == #"{"action":"need.published","actor":"city","at":"2026-11-21T09:30:00.000Z","#
                + #""fields":["state"],"object":"01a1fd70-f1c0-7abc-8def-0123456789ab","#
                + #""request_id":"01a1fd70-f1d0-7abc-8def-0123456789ac","seq":1,"token_id":null}"#)
        let hash = link.hash(after: AuditLink.start).map {
            String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
        }
        #expect(hash.joined() == "d1561d706bbc4c456d1926f4453c4f918db5bdab146f83114329eb6519b16171")
    }

    @Test func `a log that was only appended to is in order`() throws {
        try write(20)
        #expect(try city.store.check().isEmpty)
        #expect(try head().position == 20)
        try city.store.connections.lend { try $0.run("DELETE FROM audit WHERE position > 12") }
        #expect(try city.store.check().isEmpty, "a cut end does not show without the head kept elsewhere")
        try write(2)
        #expect(try head().position == 14)
    }

    @Test(
        arguments: [
            "UPDATE audit SET at = at + 1 WHERE position = 7",
            "UPDATE audit SET action = 'need.delete' WHERE position = 7",
            "UPDATE audit SET objectType = 'offer' WHERE position = 7",
            "UPDATE audit SET objectID = randomblob(16) WHERE position = 7",
            "UPDATE audit SET fields = 'title' WHERE position = 7",
            "UPDATE audit SET fields = 'a%1b' WHERE position = 7",
            "UPDATE audit SET organization = NULL WHERE position = 7",
            "UPDATE audit SET role = 'city_admin' WHERE position = 7",
            "UPDATE audit SET role = 'operator', operatorUser = 0 WHERE position = 7",
            "UPDATE audit SET token = NULL WHERE position = 7",
            "UPDATE audit SET requestID = 'other' WHERE position = 7",
            "UPDATE audit SET hash = randomblob(32) WHERE position = 7",
            "DELETE FROM audit WHERE position = 7", "DELETE FROM audit WHERE position BETWEEN 7 AND 9",
        ] as [SQL])
    func `whatever is changed afterwards is found, and where`(_ forgery: SQL) throws {
        try write(20)
        try city.store.connections.lend { try $0.run(forgery) }
        #expect(try city.store.check() == ["audit log: entry 7 is not the one that was written"])
    }

    @Test func `another user in the place of the operator's is found`() throws {
        try write(6)
        let party = Party.operator(user: 1000)
        try city.store.write { tx in try tx.append(entry(6, as: party)) }
        try write(3)
        #expect(try city.store.check().isEmpty)
        try city.store.connections.lend { try $0.run("UPDATE audit SET operatorUser = 0 WHERE position = 7") }
        #expect(try city.store.check() == ["audit log: entry 7 is not the one that was written"])
    }

    @Test func `nobody but an operator has a user of the system, and every operator has one`() throws {
        try write(1)
        for wrong in ["operatorUser = 0", "role = 'operator'", "role = NULL, operatorUser = 0"] {
            #expect(throws: SQLiteError.self) {
                try city.store.connections.lend { try $0.execute(script: "UPDATE audit SET \(wrong)") }
            }
        }
    }

    @Test func `two entries that change places are found`() throws {
        try write(20)
        try city.store.connections.lend { connection in
            for (from, to) in [(7, -1), (8, 7), (-1, 8)] {
                try connection.run("UPDATE audit SET position = \(to) WHERE position = \(from)")
            }
        }
        #expect(try city.store.check() == ["audit log: entry 7 is not the one that was written"])
    }

    @Test func `an entry that is taken back leaves no gap`() throws {
        try write(3)
        #expect(throws: Refusal.notFound) {
            try city.store.write { tx in
                try tx.append(entry(99))
                throw Refusal.notFound
            }
        }
        try write(3)
        #expect(try head().position == 6)
        #expect(try city.store.check().isEmpty)
    }

    private func head() throws -> AuditHead { try city.store.connections.lend { try $0.auditHead() } }

    private func write(_ count: Int) throws {
        for number in 0..<count {
            _ = try city.store.write(requestID: "request-\(number)") { try $0.append(entry(number)) }
        }
    }

    private func entry(_ number: Int, as party: Party? = nil) -> AuditEntry {
        AuditEntry(
            action: "need.revise", object: .init("need", sampleID() as Identifier<Need>),
            fields: ["title", hostileText],
            party: party ?? Party(organization: city.carrier.id, role: .carrier, token: sampleID()),
            at: Instant(milliseconds: Int64(number)))
    }
}
