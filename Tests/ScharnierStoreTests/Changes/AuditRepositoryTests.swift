import SQLite
import Scharnier
import Testing

@testable import ScharnierStore

@Suite struct AuditRepositoryTests {
    let city: TestCity

    init() throws { city = try TestCity() }

    @Test func `entries about a thing come back in order, with who did it`() throws {
        let thing: Identifier<Need> = sampleID()
        let party = Party(organization: city.carrier.id, role: .carrier, token: sampleID())
        let entries = [
            AuditEntry(
                action: "need.publish", object: .init("need", thing), fields: hostileCodes, party: party,
                at: Instant(milliseconds: 5)),
            AuditEntry(
                action: hostileText, object: .init("need", thing), fields: [], party: nil,
                at: Instant(milliseconds: 4)),
            AuditEntry(
                action: "x", object: .init("need", thing), fields: [], party: .operator(user: 4_294_967_295),
                at: Instant(milliseconds: 6)),
        ]
        try city.store.write { tx in
            for entry in entries { try tx.append(entry) }
            try tx.append(
                AuditEntry(action: "x", object: .init("offer", thing), fields: [], party: nil, at: tx.now))
            #expect(try tx.auditEntries(about: .init("need", thing)) == entries)
        }
    }

    @Test func `entries name the request that caused them`() throws {
        let thing: Identifier<Need> = sampleID()
        _ = try city.store.write(requestID: "request-7") { tx in
            try tx.append(
                AuditEntry(action: "x", object: .init("need", thing), fields: [], party: nil, at: tx.now))
        }
        let request: String? = try city.store.connections.lend { connection in
            try connection.first("SELECT requestID FROM audit WHERE objectID = \(thing)") { try $0.next() }
        }
        #expect(request == "request-7")
    }

    @Test func `what a rule does is noted with it, or neither is`() throws {
        let (owner, party) = (city.carrier.id, city.carrierParty)
        var content = Need.Content()
        content.title = "Bücher"
        let need = try city.store.write { [content] tx in
            try tx.createNeed(NeedProposal(content, items: []), for: owner, as: party)
        }
        #expect(throws: Refusal.inUse) {
            try city.store.write { tx in
                try tx.deleteNeed(need.id, as: party)
                throw Refusal.inUse
            }
        }
        let entries = try city.store.write { try $0.auditEntries(about: .init("need", need.id)) }
        #expect(entries.map(\.action) == ["need.create"])
    }
}
