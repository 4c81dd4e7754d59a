import Glibc

/// Results go to standard output, talk to standard error; each line whole.
enum Console {
    /// Writes a result.
    static func result(_ text: String, terminator: String = "\n") {
        write(text + terminator, to: STDOUT_FILENO)
    }

    /// Writes bytes as they are.
    static func result(bytes: [UInt8]) { write(String(decoding: bytes, as: UTF8.self), to: STDOUT_FILENO) }

    /// Writes to whoever is watching.
    static func say(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

    /// Writes what went wrong.
    static func error(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

    private static func write(_ text: String, to descriptor: Int32) {
        var rest = ArraySlice(Array(text.utf8))
        while !rest.isEmpty {
            // Safe because the buffer lives for the call and its count goes along.
            let written = unsafe rest.withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if written < 0, errno == EINTR { continue }
            // Nobody listens any more: there is nowhere to tell it.
            guard written > 0 else { return }
            rest = rest.dropFirst(written)
        }
    }
}
