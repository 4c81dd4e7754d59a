import Glibc

extension PrivateFile {
    /// Makes the content of a file durable.
    ///
    /// - Throws: ``SystemError``; a second attempt would lie (fsync(2), "dropped pages").
    package static func sync(_ path: String) throws(SystemError) {
        let descriptor = retrying { unsafe open(path, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw SystemError(call: "open", subject: path, code: errno) }
        defer { close(descriptor) }
        try sync(descriptor, path)
    }

    /// Makes the names in the directory of `path` durable.
    ///
    /// - Throws: ``SystemError``.
    package static func syncDirectory(of path: String) throws(SystemError) {
        try sync(directory(of: path))
    }

    /// The directory that a path names something in; "." if it has none.
    package static func directory(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Gives a file or directory another name on the same file system, in one step.
    ///
    /// - Throws: ``SystemError``.
    package static func rename(_ path: String, to other: String) throws(SystemError) {
        guard unsafe Glibc.rename(path, other) == 0 else {
            throw SystemError(call: "rename", subject: path, code: errno)
        }
    }

    /// Removes a file, or an empty directory; nothing happens if it is not there.
    ///
    /// - Throws: ``SystemError``.
    package static func remove(_ path: String) throws(SystemError) {
        guard unsafe Glibc.remove(path) != 0, errno != ENOENT else { return }
        throw SystemError(call: "remove", subject: path, code: errno)
    }

    /// Reads a file piece by piece.
    ///
    /// Not for a database that this process has open: closing drops SQLite's locks on it.
    /// - Throws: ``SystemError``, or what `body` throws.
    package static func read(_ path: String, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        try OpenedFile(path).read(body)
    }

    /// A whole small file; nil if there is none.
    ///
    /// - Throws: ``SystemError``; also with `EFBIG` for one of more than `most` bytes.
    package static func bytes(of path: String, most: Int) throws -> [UInt8]? {
        guard let status = try FileStatus(of: path) else { return nil }
        guard status.size <= most else { throw SystemError(call: "read", subject: path, code: EFBIG) }
        var bytes: [UInt8] = []
        try read(path) { bytes += $0 }
        return bytes
    }

    /// Copies a file to a new name, mode 0600, and makes the copy durable.
    ///
    /// - Throws: ``SystemError``; also with `EEXIST` if there is something at `other`.
    package static func copy(_ path: String, to other: String) throws {
        let flags = O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW
        try withDescriptor(other, flags) { descriptor in
            try read(path) { piece in
                // Safe because the piece lives for the call.
                unsafe try piece.withUnsafeBytes { unsafe try write($0, to: descriptor, path: other) }
            }
            try sync(descriptor, other)
        }
    }

    /// Writes a new file, mode 0600, and makes it durable.
    ///
    /// - Throws: ``SystemError``; also with `EEXIST` if there is something at `path`.
    package static func write(_ bytes: [UInt8], to path: String) throws {
        try withDescriptor(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW) { descriptor in
            unsafe try bytes.withUnsafeBytes { unsafe try write($0, to: descriptor, path: path) }
            try sync(descriptor, path)
        }
    }

    /// Writes all of it to a descriptor; `name` says in errors what that is.
    ///
    /// - Throws: ``SystemError``.
    package static func write(
        _ bytes: ArraySlice<UInt8>, to descriptor: Int32, called name: String
    ) throws(SystemError) {
        // Safe because the bytes live for the call.
        let result = unsafe bytes.withUnsafeBytes { buffer in
            Result { () throws(SystemError) in unsafe try write(buffer, to: descriptor, path: name) }
        }
        try result.get()
    }

    /// Writes all of it, however many calls that takes.
    static func write(
        _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String
    ) throws(SystemError) {
        var written = 0
        while written < bytes.count {
            let count = unsafe Glibc.write(
                descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw SystemError(call: "write", subject: path, code: errno) }
            written += count
        }
    }

    /// fsync(2) may be interrupted on some file systems before it did anything.
    static func sync(_ descriptor: Int32, _ path: String) throws(SystemError) {
        guard retrying({ fsync(descriptor) }) == 0 else {
            throw SystemError(call: "fsync", subject: path, code: errno)
        }
    }

    private static func withDescriptor(
        _ path: String, _ flags: Int32, _ body: (Int32) throws -> Void
    ) throws {
        let descriptor = retrying { unsafe open(path, flags, 0o600) }
        guard descriptor >= 0 else { throw SystemError(call: "open", subject: path, code: errno) }
        defer { close(descriptor) }
        try body(descriptor)
    }
}
