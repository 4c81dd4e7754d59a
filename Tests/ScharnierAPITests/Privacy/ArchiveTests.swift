import HTTPWire
import JSON
import Scharnier
import TestSupport
import Testing

@testable import ScharnierAPI

/// Whoever asks gets all that is kept about it, and nothing about others (GDPR Articles 15 and 20; F-139).
@Suite struct ArchiveTests {
    private let application: Application

    init() throws { application = try Application() }

    private func contact(_ name: String, as who: String = "carrier") throws -> String {
        let document = Document([
            ("display_name", #""\#(name)""#), ("purpose", #""introduction""#),
            ("lawful_basis", #""art6_1_a""#),
            ("info_text_version", #""1""#), ("email", #""\#(name.lowercased())@example.org""#),
        ])
        return try application.create("contacts", document, as: who)
    }

    private func text(_ response: Response) -> String { String(decoding: response.body, as: UTF8.self) }

    @Test func `an organisation's archive has every record that concerns it`() throws {
        let path = try contact("Kanarienvogel")
        let need = try application.publishedNeed(
            Document.need(application).with("contact_id", #""\#(path.id)""#))
        let draft = try application.draftNeed()
        let offer = try application.create("offers", Document.offer, as: "carrier")
        let introduction = try application.connection(need, try application.activeOffer())
        _ = try application.create(
            "memberships",
            Document([("network_id", #""\#(application.id(of: "network"))""#), ("type", #""full""#)]),
            as: "carrier")
        let request = try application.create(
            "privacy-requests", Document([("kind", #""access""#), ("contact_id", #""\#(path.id)""#)]),
            as: "carrier")
        let id = application.id(of: "carrier")
        for who in ["carrier", "city"] {
            let archive = application.send(.get, "/v1/organizations/\(id)/archive", as: who)
            #expect(archive.status == 200, "\(archive.outcome)")
            #expect(archive.text("subject") == "organization" && archive.text("subject_id") == id)
            #expect(Set(archive.elements("needs").compactMap { $0["id"] }) == [need.id, draft.id])
            #expect(archive.elements("offers").compactMap { $0["id"] } == [offer.id])
            #expect(archive.elements("introductions").compactMap { $0["id"] } == [introduction.id])
            #expect(archive.elements("contacts").compactMap { $0["display_name"] }.contains("Kanarienvogel"))
            let recipients = archive.elements("disclosures").compactMap { $0["to_organization_id"] }
            #expect(Set(recipients) == [id, application.id(of: "company")])
            #expect(archive.count("memberships") == 1 && archive.count("tokens") == 1)
            #expect(archive.elements("privacy_requests").compactMap { $0["id"] } == [request.id])
            #expect(archive.elements("audit").compactMap { $0["action"] }.contains("need.submit"))
            // Secrets are never in it, nor what belongs to others.
            #expect(!text(archive).contains("digest") && !archive.has("tokens/0/secret"))
            #expect(!text(archive).contains("company@example.org"))
        }
    }

    @Test func `an archive of one is nobody else's`() throws {
        let path = try contact("Kanarienvogel")
        let introduction = try application.connection(
            try application.publishedNeed(Document.need(application).with("contact_id", #""\#(path.id)""#)),
            try application.activeOffer())
        let id = application.id(of: "carrier")
        for who in ["stranger", "company", "network", "portal"] {
            let archive = application.send(.get, "/v1/organizations/\(id)/archive", as: who)
            #expect(archive.outcome == "403 role_forbidden", "\(who)")
        }
        #expect(
            application.send(.get, "/v1/organizations/\(id)/archive", as: "officer").outcome
                == "403 scope_missing")
        #expect(application.send(.get, "\(path)/archive", as: "stranger").outcome == "404 not_found")
        #expect(application.send(.get, "\(path)/archive", as: "company").outcome == "403 role_forbidden")
        let own = application.send(
            .get, "/v1/organizations/\(application.id(of: "company"))/archive", as: "company")
        #expect(own.elements("introductions").compactMap { $0["id"] } == [introduction.id])
        #expect(!text(own).contains("kanarienvogel@"))
    }

    @Test func `an unnamed giver stays unnamed in the archive of whom it was offered to`() throws {
        let (need, offer) = (try application.publishedNeed(), try application.activeOffer())
        let proposed = application.propose(need, offer, as: "city")
        try #require(proposed.status == 201, "\(proposed.outcome) \(text(proposed))")
        let list = application.send(.get, "/v1/introductions", as: "carrier")
        let archive = application.send(
            .get, "/v1/organizations/\(application.id(of: "carrier"))/archive", as: "carrier")
        #expect(archive.count("introductions") == 1)
        #expect(archive["introductions/0/supplier_id"] == list["items/0/supplier_id"])
        #expect(!text(archive).contains(application.id(of: "company")))
    }

    @Test func `a contact's archive says to whom it was passed on and what was done with it`() throws {
        let (path, other) = (try contact("Kanarienvogel"), try contact("Zeisig"))
        let need = try application.publishedNeed(
            Document.need(application).with("contact_id", #""\#(path.id)""#))
        let introduction = try application.connection(need, try application.activeOffer())
        let archive = application.send(.get, "\(path)/archive", as: "carrier")
        #expect(archive.text("subject") == "contact" && archive.count("contacts") == 1)
        #expect(archive.text("contacts/0/email") == "kanarienvogel@example.org")
        #expect(archive.elements("needs").compactMap { $0["id"] } == [need.id])
        #expect(archive.elements("introductions").compactMap { $0["id"] } == [introduction.id])
        #expect(
            archive.elements("disclosures").compactMap { $0["to_organization_id"] } == [
                application.id(of: "company")
            ])
        #expect(
            archive.elements("audit").compactMap { $0["action"] } == ["contact.create", "contact.disclose"])
        #expect(!text(archive).contains("zeisig") && !text(archive).contains(other.id))
    }

    @Test func `packed, it is the same document with a table of each list`() throws {
        let path = try contact("Kanarienvogel")
        let accept = [("Accept", "application/zip")]
        let zip = application.send(.get, "\(path)/archive", as: "carrier", fields: accept)
        #expect(zip.status == 200 && zip.field("Content-Type") == "application/zip")
        let members = try #require(StoredMembers(zip.body))
        #expect(members.names == ["archive.json", "contacts.csv", "audit.csv"])
        let plain = application.send(.get, "\(path)/archive", as: "carrier")
        #expect(members.contents[0] == plain.body)
        let table = String(decoding: members.contents[1], as: UTF8.self).split(separator: "\r\n")
        #expect(table.count == 2 && table[0].hasPrefix("id,version,created_at"))
        #expect(table[1].contains("kanarienvogel@example.org"))
    }
}

/// The members of a ZIP file that are stored as they are, read by its directory.
private struct StoredMembers {
    var names: [String] = []
    var contents: [[UInt8]] = []

    init?(_ bytes: [UInt8]) {
        func number(_ offset: Int, _ size: Int) -> Int {
            (0..<size).reversed().reduce(0) { $0 << 8 | Int(bytes[offset + $1]) }
        }
        guard bytes.count >= 22, number(bytes.count - 22, 4) == 0x0605_4b50 else { return nil }
        var entry = number(bytes.count - 6, 4)
        for _ in 0..<number(bytes.count - 12, 2) {
            guard number(entry, 4) == 0x0201_4b50 else { return nil }
            let (sum, size, length) = (number(entry + 16, 4), number(entry + 24, 4), number(entry + 28, 2))
            let start = number(entry + 42, 4)
            guard number(start, 4) == 0x0403_4b50, number(start + 26, 2) == length else { return nil }
            let content = Array(bytes[(start + 30 + length)..<(start + 30 + length + size)])
            guard Int(crc32Reference(content)) == sum else { return nil }
            names.append(String(decoding: bytes[(entry + 46)..<(entry + 46 + length)], as: UTF8.self))
            contents.append(content)
            entry += 46 + length
        }
    }

    /// CRC-32 bit by bit.
    private func crc32Reference(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xffff_ffff
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xedb8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
