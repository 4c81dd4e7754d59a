/// A whole answer, before it is written out.
package struct Response: Equatable, Sendable {
    /// The status code, 200…599.
    package var status: Int

    /// Everything but `Date`, `Content-Length`, `Transfer-Encoding` and `Connection`, which the writer adds.
    package var fields: Fields

    /// The content; for `HEAD` that of the matching `GET`, which is then measured but not sent.
    package var body: [UInt8]

    /// Content that is made while it is sent, in place of ``body``.
    package var stream: ContentStream?

    /// An answer; `status` is not an interim one.
    package init(status: Int, fields: Fields = Fields(), body: [UInt8] = []) {
        self.status = status
        self.fields = fields
        self.body = body
    }
}

/// Content that is made piece by piece: the next piece only when the one before it is on its way.
package final class ContentStream: Sendable, Equatable {
    /// A part of the content.
    package enum Piece: Equatable, Sendable {
        /// There is more behind it.
        case more([UInt8])
        /// There is nothing behind it.
        case last([UInt8])
        /// The rest cannot be made: the connection ends so that nobody takes this for the end.
        case broken
    }

    /// Asks for the next piece; `take` is called once, from any thread.
    package let next: @Sendable (_ take: @escaping @Sendable (Piece) -> Void) -> Void

    /// Content whose pieces `next` makes; it is not asked for one before the last one was taken.
    package init(next: @escaping @Sendable (_ take: @escaping @Sendable (Piece) -> Void) -> Void) {
        self.next = next
    }

    package static func == (one: ContentStream, other: ContentStream) -> Bool { one === other }
}
