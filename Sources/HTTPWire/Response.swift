/// A whole answer, before it is written out.
package struct Response: Equatable, Sendable {
    /// The status code, 200…599.
    package var status: Int

    /// Everything but `Date`, `Content-Length`, `Transfer-Encoding` and `Connection`, which the writer adds.
    package var fields: Fields

    /// The content; for `HEAD` that of the matching `GET`, which is then measured but not sent.
    package var body: [UInt8]

    /// An answer; `status` is not an interim one.
    package init(status: Int, fields: Fields = Fields(), body: [UInt8] = []) {
        self.status = status
        self.fields = fields
        self.body = body
    }
}
