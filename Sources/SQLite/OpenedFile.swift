import Glibc

/// A file that is open for reading: it can be read also when it has lost its name.
///
/// Not for a database that this process has open: closing drops SQLite's locks on it.
package final class OpenedFile {
    /// Octets read at a time.
    private static let pieceBytes = 1 << 18

    private let path: String
    private let descriptor: Int32

    /// Opens the file at `path`, which is no symbolic link.
    ///
    /// - Throws: ``SystemError``.
    package init(_ path: String) throws(SystemError) {
        self.path = path
        descriptor = retrying { unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) }
        guard descriptor >= 0 else { throw SystemError(call: "open", subject: path, code: errno) }
    }

    deinit {
        close(descriptor)
    }

    /// Its size in octets.
    ///
    /// - Throws: ``SystemError``.
    package func size() throws(SystemError) -> Int {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            throw SystemError(call: "fstat", subject: path, code: errno)
        }
        return Int(status.st_size)
    }

    /// Reads what is left of it, piece by piece.
    ///
    /// - Throws: ``SystemError``, or what `body` throws.
    package func read(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
        var piece = [UInt8](repeating: 0, count: Self.pieceBytes)
        while true {
            // Safe because the buffer lives for the call and its count goes along.
            let count = unsafe piece.withUnsafeMutableBytes { unsafe readPiece($0) }
            if count < 0 { throw SystemError(call: "read", subject: path, code: errno) }
            if count == 0 { return }
            try body(piece[..<count])
        }
    }

    private func readPiece(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        while true {
            let count = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 || errno != EINTR { return count }
        }
    }
}
