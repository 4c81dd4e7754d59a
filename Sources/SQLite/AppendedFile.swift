import Glibc

/// A file to which lines are added, each durable before the call returns.
package final class AppendedFile: Sendable {
    private let path: String
    private let descriptor: Int32

    /// Opens the file, or makes it with mode 0600; its name is durable then.
    ///
    /// - Throws: ``SystemError``.
    package init(path: String) throws(SystemError) {
        self.path = path
        let flags = O_CREAT | O_APPEND | O_WRONLY | O_CLOEXEC | O_NOFOLLOW
        // Safe because the path outlives the call.
        let descriptor = retrying { unsafe open(path, flags, 0o600) }
        guard descriptor >= 0 else { throw SystemError(call: "open", subject: path, code: errno) }
        self.descriptor = descriptor
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
