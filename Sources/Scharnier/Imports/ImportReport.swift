/// What became of the rows of a bulk import, as it was told (api.md §9).
package struct ImportReport: Equatable, Sendable {
    /// How long a report is kept, in days.
    package static let lifetimeInDays = 30

    package let id: Identifier<ImportReport>

    /// Whose import it was.
    package let organization: Identifier<Organization>

    /// The report in the form in which it was answered.
    package let document: [UInt8]
    package let createdAt: Instant

    /// A report put together from its parts.
    package init(
        id: Identifier<ImportReport>, organization: Identifier<Organization>, document: [UInt8],
        createdAt: Instant
    ) {
        self.id = id
        self.organization = organization
        self.document = document
        self.createdAt = createdAt
    }

    /// Whether it is still told.
    package func isCurrent(at now: Instant) -> Bool {
        now < createdAt.adding(days: Self.lifetimeInDays)
    }
}

/// Finds reports.
package protocol ImportReportReading {
    /// The report with this identifier; also when its time is over and nobody has removed it yet.
    func importReport(_ id: Identifier<ImportReport>) throws -> ImportReport?
}

/// Keeps reports.
package protocol ImportReportRepository: ImportReportReading {
    /// Keeps a report, and drops some others whose time is over.
    func keep(_ report: ImportReport) throws
}

extension ReadTransaction {
    /// A report of one's own, or for the city any.
    ///
    /// - Throws: ``Refusal/notFound`` for any other.
    package func importReport(_ id: Identifier<ImportReport>, for party: Party) throws -> ImportReport {
        guard let report = try importReport(id), report.isCurrent(at: now),
            party.isFrom(report.organization) || party.role == .cityAdmin
        else { throw Refusal.notFound }
        return report
    }
}

extension WriteTransaction {
    /// Notes that an import has ended.
    package func noteImport(_ id: Identifier<ImportReport>, as party: Party) throws {
        try audit("import.run", .init("import", id), fields: [], as: party)
    }
}

/// How much one import may hold, and how it is carried out (api.md §9).
package enum ImportLimits {
    /// Rows of an import whose rows are kept one by one.
    package static let rows = 10_000

    /// Rows of an import that is kept whole or not at all: it holds up everyone who writes.
    package static let rowsTogether = 2_000

    /// Octets of a row.
    package static let rowBytes = 64 * 1024

    /// Octets of a file.
    package static let fileBytes = 32 << 20

    /// Rows in one commit.
    package static let rowsPerCommit = 200

    /// Time after which a commit takes no further row: others wait no longer than twice that.
    package static let commitTime = Duration.milliseconds(50)

    /// Time that an import has which is kept whole or not at all.
    package static let wholeTime = Duration.seconds(20)

    /// Errors told of one row.
    package static let errorsPerRow = 50

    /// Errors told in one report; of further rows only the first one is.
    package static let errors = 10_000
}

/// Whether the rows of an import are kept one by one, or all or none of them.
package enum ImportMode: String, CaseIterable, Sendable {
    case each, all

    /// How many rows it takes.
    package var rows: Int { self == .each ? ImportLimits.rows : ImportLimits.rowsTogether }
}

/// What became of one row.
package enum RowResult: String, CaseIterable, Sendable {
    case created, updated, unchanged, rejected
    /// Nothing is wrong with it, but with others, without which it is not kept.
    case skipped
}
