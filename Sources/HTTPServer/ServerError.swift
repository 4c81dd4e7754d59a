/// Why a server cannot listen or run.
package struct ServerError: Error, Hashable, Sendable {
    /// The system call that failed.
    package let call: String

    /// Its error number (`errno`).
    package let number: Int32

    /// The listener that it concerns, as ``ListenerConfiguration`` describes it.
    package private(set) var place: String?

    /// A failure of `call` with an error number.
    package init(call: String, number: Int32) {
        self.call = call
        self.number = number
    }

    /// The same failure, at this listener.
    package func at(_ place: String) -> ServerError {
        var error = self
        error.place = place
        return error
    }

    /// Turns a result of the shims, negative for failures, into a value or an error.
    static func check(_ result: Int32, _ call: String) throws(ServerError) -> Int32 {
        guard result >= 0 else { throw ServerError(call: call, number: -result) }
        return result
    }
}
