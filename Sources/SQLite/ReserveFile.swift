import Glibc

/// A file that holds space on the disk, so that there is some when there is none left.
package enum ReserveFile {
    /// Lays the file, if it is not there in its full size.
    ///
    /// - Throws: ``SystemError`` without the space; nothing is left of it then.
    package static func lay(_ path: String, bytes: Int) throws(SystemError) {
        if let status = try FileStatus(of: path), status.size == bytes { return }
        let flags = O_CREAT | O_WRONLY | O_CLOEXEC | O_NOFOLLOW
        // Safe because the path outlives the call.
        let descriptor = retrying { unsafe open(path, flags, 0o600) }
        guard descriptor >= 0 else { throw SystemError(call: "open", subject: path, code: errno) }
        defer { close(descriptor) }
        // It returns its error and leaves errno alone (posix_fallocate(3)).
        var code = posix_fallocate(descriptor, 0, bytes)
        while code == EINTR { code = posix_fallocate(descriptor, 0, bytes) }
        guard code != 0 else { return }
        _ = unsafe unlink(path)
        throw SystemError(call: "posix_fallocate", subject: path, code: code)
    }

    /// Gives the space back; false if there was none.
    package static func free(_ path: String) -> Bool {
        unsafe unlink(path) == 0
    }
}
