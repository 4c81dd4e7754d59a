/// Why a server answers a request itself although it is readable.
package enum ServerRefusal: Hashable, Sendable {
    /// There is more to do than can be done; nothing was done. Repeating makes sense after so many seconds, 1…5.
    case overloaded(retryAfterSeconds: Int)
    /// The responder did not answer in time; the connection closes, and the answer is dropped should it come.
    case deadlinePassed
}
