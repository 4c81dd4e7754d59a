import Digest
import HTTPWire
import JSON
package import Scharnier

/// What a route gives back, before the fields that every answer has are added.
package struct Answer: Sendable {
    var status: Int
    var body: [UInt8]

    /// The content that is still to be written: by whoever sends it, not on the thread that writes.
    var content: (@Sendable () -> [UInt8])?

    /// The content without the secret that is shown only once, if there is one in it.
    var withoutSecret: (@Sendable () -> [UInt8])?

    /// Content that is made while it is sent, in place of any other.
    var stream: ContentStream?
    var type: MediaType?
    var tag: EntityTag?
    var fields: [(FieldName, String)] = []

    /// What is left to do when the answer has left, in several transactions; not kept with a key.
    var afterwards: (@Sendable (any Steps) throws -> Void)?

    /// The kinds of content that are sent.
    enum MediaType: Sendable {
        case json, sparse, geoJSON, problem, yaml, metrics, lines, table, page, style, archive
    }

    init(_ status: Int, body: [UInt8] = [], type: MediaType? = nil) {
        self.status = status
        self.body = body
        self.type = type
    }

    /// 200 with one JSON value.
    static func ok(_ value: some JSONWritable & Sendable, tag: EntityTag? = nil) -> Answer {
        var answer = Answer(200, type: .json)
        answer.content = { value.encoded }
        answer.tag = tag
        return answer
    }

    /// The same, written, with a weak tag over its bytes: of what has no version (api.md §5).
    func tagged() -> Answer {
        var answer = written()
        answer.tag = .content(contentHash(answer.body))
        return answer
    }

    /// 200 with a record as everyone sees it.
    static func ok(_ item: EncodedItem) -> Answer {
        var answer = Answer(200, body: item.bytes, type: .json)
        answer.tag = .item(version: item.version, closeness: .anyone)
        return answer
    }

    /// 201 with where the new thing is.
    static func created(_ value: some JSONWritable & Sendable, at location: String, tag: EntityTag? = nil)
        -> Answer
    {
        var answer = Answer.ok(value, tag: tag)
        answer.status = 201
        answer.fields = [(.location, location)]
        return answer
    }

    /// 204.
    static let noContent = Answer(204)
}

/// A validator (RFC 9110 §8.8.3).
package enum EntityTag: Equatable, Sendable {
    /// An item: its version, and the view of it (api.md §5).
    case item(version: Int64, closeness: Closeness)

    /// A list or another answer without a version: a hash of its bytes.
    case content(UInt64)

    /// The form in `ETag`, of content that is sent as it is.
    var description: String { text(of: .identity) }

    /// The form in `ETag`, of content that is sent in this coding; a weak tag holds for all of them.
    func text(of coding: Coding) -> String {
        switch self {
        case .item(let version, let closeness): "\"\(version).\(closeness.view)\(coding.mark)\""
        case .content(let hash): "W/\"\(Base64URL.encoded(hash.bigEndianBytes))\""
        }
    }
}

extension Closeness {
    /// The first of the two characters that stand for a view: who sees it.
    ///
    /// The second is how it is coded.
    fileprivate var view: Character {
        switch self {
        case .anyone: "a"
        case .party: "p"
        case .own: "o"
        case .city: "c"
        }
    }
}

extension UInt64 {
    var bigEndianBytes: [UInt8] {
        stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: self >> UInt64($0)) }
    }
}
