/// What a record is called in the system that it came from (domain.md §4.3, `external_ref`).
package struct ExternalReference: Equatable, Sendable {
    package let key: Key

    /// The record here.
    package let record: Identifier<ExternalReference>

    /// What the source said last about its own copy.
    package var origin: Origin
    package let firstSeenAt: Instant
    package var lastSeenAt: Instant

    /// What the source sent last, and what was kept of it, member by member.
    package var members: [MemberPrint]

    /// What names a record of another system: each organisation has its own names, so none can meet another's.
    package struct Key: Hashable, Sendable {
        /// The organisation that brought it here.
        package let organization: Identifier<Organization>
        package let source: Source
        package let kind: Kind
        package let externalID: ExternalID

        /// The name of one record of one source.
        package init(
            organization: Identifier<Organization>, source: Source, kind: Kind, externalID: ExternalID
        ) {
            self.organization = organization
            self.source = source
            self.kind = kind
            self.externalID = externalID
        }
    }

    /// The kinds of records that other systems have too; each is called like its list.
    package enum Kind: String, CaseIterable, Sendable {
        case needs, offers, organizations
    }

    /// What a source says about its own copy of a record.
    package struct Origin: Equatable, Sendable {
        package let url: String?
        package let updatedAt: Instant?

        /// Nothing is said by default.
        package init(url: String? = nil, updatedAt: Instant? = nil) {
            self.url = url
            self.updatedAt = updatedAt
        }
    }

    /// A reference put together from what is kept of it.
    package init(
        key: Key, record: Identifier<ExternalReference>, origin: Origin, firstSeenAt: Instant,
        lastSeenAt: Instant, members: [MemberPrint]
    ) {
        self.key = key
        self.record = record
        self.origin = origin
        self.firstSeenAt = firstSeenAt
        self.lastSeenAt = lastSeenAt
        self.members = members
    }
}

/// The name of another system: `[a-z0-9]` and, behind the first, `. _ -`; at most 64 characters.
package struct Source: Hashable, Sendable {
    /// So that it fits into a path and a report without being cut.
    package static let longest = 64

    package let name: String

    /// `nil` for any other form.
    package init?(_ name: String) {
        let bytes = name.utf8
        guard (1...Self.longest).contains(bytes.count), bytes.first.map(Self.isPlain) == true,
            bytes.allSatisfy({ Self.isPlain($0) || Self.isMark($0) })
        else { return nil }
        self.name = name
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
}

/// What another system calls a record: 1 to 200 characters on one line, compared byte by byte.
package struct ExternalID: Hashable, Sendable {
    /// Characters, as Unicode scalars.
    package static let lengths = 1...200

    package let text: String

    /// `nil` for a text that is empty, too long, or holds a control character.
    package init?(_ text: String) {
        guard Self.lengths.contains(text.unicodeScalars.count),
            text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
        else { return nil }
        self.text = text
    }

    package static func == (one: ExternalID, other: ExternalID) -> Bool {
        one.text.utf8.elementsEqual(other.text.utf8)
    }

    package func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }
}

/// Finds what came from elsewhere.
package protocol ExternalReferenceReading {
    /// What is known under this name.
    func externalReference(_ key: ExternalReference.Key) throws -> ExternalReference?
}

/// Keeps what came from elsewhere.
package protocol ExternalReferenceRepository: ExternalReferenceReading {
    /// Keeps a reference, in place of one with the same key.
    func keep(_ reference: ExternalReference) throws

    /// Forgets all names of a record that is no more.
    func forgetExternalReferences(of record: Identifier<ExternalReference>) throws
}
