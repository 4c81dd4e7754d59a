import HTTPWire
import JSON
import Scharnier

/// Archives: everything that is kept about an organisation or a contact (GDPR Article 15, 20; F-139).
enum ArchiveRoutes {
    static let all: [Route] = [
        Route(
            .get, "/v1/organizations/{id}/archive", .exportOwn, offers: [.archive], .heavy(showOrganization)),
        Route(.get, "/v1/contacts/{id}/archive", .exportOwn, offers: [.archive], .heavy(showContact)),
    ]

    private static func showOrganization(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        try call.answer(tx.archive(ofOrganization: call.identifier(), for: call.party), on: tx.today)
    }

    private static func showContact(_ call: Call, _ tx: any ReadTransaction) throws -> Answer {
        try call.answer(tx.archive(ofContact: call.identifier(), for: call.party), on: tx.today)
    }
}

extension Call {
    /// The archive as one JSON document or, for who asks for that, packed with a table of each part.
    fileprivate func answer(_ archive: Archive, on day: Day) throws -> Answer {
        let body = ArchiveBody(archive: archive, day: day, now: now)
        guard accepts(.archive) else { return .ok(body) }
        let document = body.encoded
        var zip = ZipWriter()
        zip.add("archive.json", document)
        for table in try ArchiveTable.all(in: document) { zip.add("\(table.name).csv", table.bytes) }
        return Answer(200, body: zip.finished(), type: .archive)
    }
}
