import SQLite
import Scharnier

// What organisations state of their taxes, their readiness and their transparency, in rows.

extension TaxStatus? {
    func write(to row: inout RowWriter) {
        row.add(self?.basis)
        row.add(self?.noticeOn)
        row.add(self?.hasLaterNotice ?? false)
        row.add(self?.taxOffice)
        row.add(CodeList(self?.purposes ?? []))
        row.add(self?.source)
        row.add(self?.confirmation?.by)
        row.add(self?.confirmation?.at)
    }
}

extension TaxStatus {
    init?(row: inout Row) throws {
        let basis: Basis? = try row.next()
        let noticeOn: Day? = try row.next()
        let hasLaterNotice: Bool = try row.next()
        let taxOffice: String? = try row.next()
        let purposes = try row.codes()
        let source: Source? = try row.next()
        let confirmedBy: Identifier<Organization>? = try row.next()
        let confirmedAt: Instant? = try row.next()
        guard let basis, let source else { return nil }
        self.init(basis: basis, noticeOn: noticeOn, hasLaterNotice: hasLaterNotice, taxOffice: taxOffice)
        self.purposes = purposes
        self.source = source
        confirmation = confirmedAt.map { Confirmation(by: confirmedBy, at: $0) }
    }
}

extension Cooperation? {
    func write(to row: inout RowWriter) {
        row.add(self?.questionnaireVersion)
        row.add(CodeList((self?.replies ?? []).map { "\($0.question)=\($0.answer.rawValue)" }))
        row.add(self?.counterpart)
    }
}

extension Cooperation {
    init?(row: inout Row) throws {
        let version: String? = try row.next()
        let replies = try row.codes()
        let counterpart: String? = try row.next()
        guard let version else { return nil }
        self.init(
            questionnaireVersion: version, replies: try replies.map { try Reply(stored: $0) },
            counterpart: counterpart)
    }
}

extension Cooperation.Reply {
    fileprivate init(stored text: String) throws {
        let parts = text.utf8.split(
            separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let answer = Cooperation.Answer(rawValue: String(Substring(parts[1]))) else {
            throw UnknownCode(codes: [text])
        }
        self.init(question: String(Substring(parts[0])), answer: answer)
    }
}

extension SQLiteTransaction {
    /// Makes what is stated about an organisation's transparency this.
    func keepPoints(_ transparency: Transparency, of id: Identifier<Organization>, isNew: Bool) throws {
        if !isNew {
            if try points(of: "\(id)")[id] ?? Transparency() == transparency { return }
            try connection.run("DELETE FROM organizationPoint WHERE organization = \(id)")
        }
        for point in Transparency.Point.allCases where transparency[point] != .init() {
            let statement = transparency[point]
            try connection.run(
                """
                INSERT INTO organizationPoint (organization, point, isPublished, url, asOfOn)
                VALUES (\(id), \(point), \(statement.isPublished), \(statement.url), \(statement.asOfOn))
                """)
        }
    }

    /// What is stated about the transparency of each organisation in `subset`.
    func points(of subset: SQL) throws -> [Identifier<Organization>: Transparency] {
        var points: [Identifier<Organization>: Transparency] = [:]
        try connection.forEach(
            """
            SELECT organization, point, isPublished, url, asOfOn FROM organizationPoint
            WHERE organization IN (\(subset))
            """
        ) { row in
            let owner: Identifier<Organization> = try row.next()
            let point: Transparency.Point = try row.next()
            points[owner, default: Transparency()][point] = .init(
                isPublished: try row.next(), url: try row.next(), asOfOn: try row.next())
            return true
        }
        return points
    }
}

extension TaxStatus.Basis: ValueConvertible {}
extension TaxStatus.Source: ValueConvertible {}
extension Transparency.Point: ValueConvertible {}
