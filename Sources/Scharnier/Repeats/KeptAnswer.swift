/// The answer to a request that had an effect, kept for whoever sends the request once more (api.md §7).
///
/// Written in the transaction of the effect: it is there if and only if the effect is, also after a crash.
package struct KeptAnswer: Equatable, Sendable {
    /// How long an answer is kept, in seconds: a day.
    package static let lifetimeSeconds: Int64 = 86_400

    /// Whose key it is: retries have to survive the rotation of a token.
    package let organization: Identifier<Organization>

    /// 1 to 255 characters that the caller chose.
    package let key: String

    /// SHA-256 over everything of the request that decides what it does, 32 bytes.
    package let fingerprint: [UInt8]

    package let status: Int
    package let location: String?
    package let contentLocation: String?
    package let tag: String?

    /// The content, always JSON, empty if there was none; `nil` where it held what had to be erased.
    package let body: [UInt8]?
    package let keptAt: Instant

    /// The record that the answer is about; none where it is about several, or none.
    package let record: Identifier<Change>?

    /// An answer put together from its parts.
    package init(
        organization: Identifier<Organization>, key: String, fingerprint: [UInt8], status: Int,
        location: String?, contentLocation: String?, tag: String?, body: [UInt8]?, keptAt: Instant,
        record: Identifier<Change>? = nil
    ) {
        self.record = record
        self.organization = organization
        self.key = key
        self.fingerprint = fingerprint
        self.status = status
        self.location = location
        self.contentLocation = contentLocation
        self.tag = tag
        self.body = body
        self.keptAt = keptAt
    }

    /// Whether it still answers repeats.
    package func isCurrent(at now: Instant) -> Bool { now < keptAt.adding(seconds: Self.lifetimeSeconds) }
}

/// Finds kept answers.
package protocol KeptAnswerReading {
    /// What was answered to the request with this key; also when its time is over and nobody has removed it yet.
    func keptAnswer(to key: String, of organization: Identifier<Organization>) throws -> KeptAnswer?
}

/// Keeps answers.
package protocol KeptAnswerRepository: KeptAnswerReading {
    /// Keeps an answer, in place of one whose time is over, and drops some others whose time is.
    func keep(_ answer: KeptAnswer) throws

    /// Forgets what kept answers tell about a record, whoever got them: repeats are told that it was erased.
    ///
    /// Reads the answers about the record, and those that are about no single one.
    func forgetKeptAnswers(about id: Identifier<Change>) throws
}
