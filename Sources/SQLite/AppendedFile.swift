import Glibc

/// A file to which lines are added, each durable before the call returns.
package final class AppendedFile: Sendable {
    private let path: String
    private let descriptor: Int32

    /// Opens the file, or makes it with mode 0600; its name is durable then.
    ///
    /// A last line without end, left by a process that was killed, is taken away.
    /// - Throws: ``SystemError``.
    package init(path: String) throws(SystemError) {
        self.path = path
        let flags = O_CREAT | O_APPEND | O_RDWR | O_CLOEXEC | O_NOFOLLOW
        // Safe because the path outlives the call.
        let descriptor = retrying { unsafe open(path, flags, 0o600) }
        guard descriptor >= 0 else { throw SystemError(call: "open", subject: path, code: errno) }
        self.descriptor = descriptor
        try cutUnfinishedLine()
        try PrivateFile.syncDirectory(of: path)
    }

    deinit {
        close(descriptor)
    }

    /// Adds a line, whose end is added too.
    ///
    /// What could be written only in part is taken back, so that the next line begins on its own.
    /// - Throws: ``SystemError``; the line is then there as a whole or not at all.
    package func append(_ line: [UInt8]) throws(SystemError) {
        let size = lseek(descriptor, 0, SEEK_END)
        let bytes = line + [0x0a]
        do throws(SystemError) {
            // Safe because the buffer lives for the call.
            try write(bytes)
        } catch {
            _ = retrying { ftruncate(descriptor, size) }
            throw error
        }
        try PrivateFile.sync(descriptor, path)
    }

    /// The longest line that is expected; the end of a longer one is not looked for.
    private static let longestLine = 64 << 10

    private func cutUnfinishedLine() throws(SystemError) {
        let size = Int(lseek(descriptor, 0, SEEK_END))
        let count = min(size, Self.longestLine)
        var tail = [UInt8](repeating: 0, count: count)
        // Safe because the buffer lives for the call and its count goes along.
        let read = unsafe tail.withUnsafeMutableBytes {
            unsafe pread(descriptor, $0.baseAddress, count, size - count)
        }
        guard read == count else { throw SystemError(call: "pread", subject: path, code: errno) }
        let whole = size - count + (tail.lastIndex(of: 0x0a).map { $0 + 1 } ?? 0)
        guard whole < size else { return }
        guard retrying({ ftruncate(descriptor, whole) }) == 0 else {
            throw SystemError(call: "ftruncate", subject: path, code: errno)
        }
    }

    private func write(_ bytes: [UInt8]) throws(SystemError) {
        var failure: SystemError?
        unsafe bytes.withUnsafeBytes { buffer in
            do throws(SystemError) {
                try unsafe PrivateFile.write(buffer, to: descriptor, path: path)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }
}
