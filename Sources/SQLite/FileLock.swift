import Glibc

/// A lock between processes: held from its making until it is released or the process ends.
///
/// On a file of its own (`flock(2)`): POSIX locks on a database file vanish when any descriptor of it closes.
/// The file holds the process id of the owner and is left in place.
package final class FileLock: Sendable {
    private let descriptor: Monitor<Int32>

    /// Takes the lock, without waiting.
    ///
    /// - Throws: ``FileLockError``.
    package init(path: String) throws(FileLockError) {
        let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW
        // Safe because the path outlives the call.
        let descriptor = retrying { unsafe open(path, flags, 0o600) }
        guard descriptor >= 0 else { throw .failed(SystemError(call: "open", subject: path, code: errno)) }
        do throws(FileLockError) {
            try Self.lock(descriptor, path)
            try Self.writeOwner(descriptor, path)
        } catch {
            close(descriptor)
            throw error
        }
        self.descriptor = Monitor(descriptor)
    }

    deinit {
        release()
    }

    /// Lets go of the lock; a second call does nothing.
    package func release() {
        descriptor.change { descriptor in
            guard descriptor >= 0 else { return }
            close(descriptor)
            descriptor = -1
        }
    }

    private static func lock(_ descriptor: Int32, _ path: String) throws(FileLockError) {
        guard retrying({ flock(descriptor, LOCK_EX | LOCK_NB) }) != 0 else { return }
        let code = errno
        guard code == EWOULDBLOCK else {
            throw .failed(SystemError(call: "flock", subject: path, code: code))
        }
        throw .held(by: owner(descriptor))
    }

    private static func writeOwner(_ descriptor: Int32, _ path: String) throws(FileLockError) {
        let line = Array("\(getpid())\n".utf8)
        // Safe because the buffer outlives the call. Few bytes at once: a short write means a full disk.
        let isWritten =
            unsafe ftruncate(descriptor, 0) == 0
            && line.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0) } == line.count
        guard isWritten else { throw .failed(SystemError(call: "pwrite", subject: path, code: errno)) }
    }

    private static func owner(_ descriptor: Int32) -> Int32? {
        var line = [UInt8](repeating: 0, count: 16)
        let count = unsafe line.withUnsafeMutableBytes {
            unsafe pread(descriptor, $0.baseAddress, $0.count, 0)
        }
        return Int32(String(decoding: line.prefix(max(count, 0)).prefix { $0 != 10 }, as: UTF8.self))
    }
}

/// Why a lock could not be taken.
package enum FileLockError: Error, Equatable, Sendable {
    /// Another process has it; its id if the file tells.
    case held(by: Int32?)
    /// The system refused.
    case failed(SystemError)
}
