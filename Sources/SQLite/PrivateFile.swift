import Glibc

/// Files and directories that nobody else on the machine may read.
package enum PrivateFile {
    /// Makes the directory with mode 0700, unless it is there.
    ///
    /// - Throws: ``SystemError`` if it cannot be made, or something else has its name.
    package static func makeDirectory(_ path: String) throws(SystemError) {
        // Safe because the path outlives the call; the same holds for every call here.
        guard unsafe mkdir(path, 0o700) != 0 else { return }
        let code = errno
        guard code == EEXIST, isDirectory(path) else {
            throw SystemError(call: "mkdir", subject: path, code: code)
        }
    }

    /// Makes an empty file with mode 0600; false if there was one, which is left as it is.
    ///
    /// An empty file is an empty database. It is made here because SQLite would make it readable for others,
    /// and closed before SQLite opens it: closing later would drop SQLite's locks.
    ///
    /// - Throws: ``SystemError`` if it cannot be made.
    @discardableResult
    package static func make(_ path: String) throws(SystemError) -> Bool {
        let descriptor = retrying {
            unsafe open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
        }
        guard descriptor < 0 else {
            close(descriptor)
            return true
        }
        let code = errno
        guard code == EEXIST else { throw SystemError(call: "open", subject: path, code: code) }
        return false
    }

    /// The size in bytes; nil if there is no such file.
    ///
    /// Asks for the name only and opens nothing.
    package static func size(of path: String) -> Int? {
        var status = stat()
        return unsafe stat(path, &status) == 0 ? Int(status.st_size) : nil
    }

    /// Whether this process may change a file: rights, and a file system that is not for reading only.
    package static func isWritable(_ path: String) -> Bool {
        unsafe access(path, W_OK) == 0
    }

    private static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}

/// Repeats a call that a signal interrupted.
func retrying(_ call: () -> Int32) -> Int32 {
    while true {
        let result = call()
        if result >= 0 || errno != EINTR { return result }
    }
}
