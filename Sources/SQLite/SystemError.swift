import Glibc

/// A call to the operating system that failed.
package struct SystemError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The call, as in section 2 or 3 of the manual.
    package let call: String

    /// What it was called for: a path, a name.
    package let subject: String

    /// The `errno`.
    package let code: Int32

    /// Whether the disk failed or is full, rather than a name or a right missing.
    package var isFromDisk: Bool { code == EIO || code == ENOSPC || code == EDQUOT }

    /// The call, the subject and what the system says about the code.
    package var description: String {
        // Safe because strerror(3) in glibc gives a string of this thread, copied at once.
        "\(call) \(subject): \(unsafe String(cString: strerror(code)))"
    }
}
