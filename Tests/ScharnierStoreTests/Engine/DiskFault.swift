import CSQLite
import Glibc
import Synchronization
import Testing

/// Lets SQLite's writes to one file fail, by way of the system calls its file layer lets us replace
/// (sqlite.org/c3ref/vfs.html, xSetSystemCall).
enum DiskFault {
    private static let fault = Mutex<(file: String, code: Int32)?>(nil)
    private static let isInstalled = Atomic(false)

    /// Runs `body` while every write to `file` fails with the `errno` given.
    static func during(_ file: String, _ code: Int32, _ body: () throws -> Void) rethrows {
        install()
        fault.withLock { $0 = (file, code) }
        defer { fault.withLock { $0 = nil } }
        try body()
    }

    /// Unchecked, for only the one test that sets it writes to these files, and it looks on its own thread.
    private struct Watched: @unchecked Sendable {
        let files: Set<String>
        let look: () throws -> Void
    }

    private static let watched = Mutex<Watched?>(nil)

    /// Runs `body` and calls `look` before every write to one of `files`.
    static func watching(
        writesTo files: Set<String>, _ look: @escaping () throws -> Void, _ body: () throws -> Void
    ) rethrows {
        install()
        let watched = Watched(files: files, look: look)
        Self.watched.withLock { $0 = watched }
        defer { Self.watched.withLock { $0 = nil } }
        try body()
    }

    static func code(for descriptor: Int32) -> Int32? {
        lookAtWatched(descriptor)
        guard let fault = fault.withLock({ $0 }), name(of: descriptor) == fault.file else { return nil }
        return fault.code
    }

    private static func lookAtWatched(_ descriptor: Int32) {
        guard let watched = watched.withLock({ $0 }), watched.files.contains(name(of: descriptor)) else {
            return
        }
        do {
            try watched.look()
        } catch {
            Issue.record(error)
        }
    }

    private static func name(of descriptor: Int32) -> String {
        var name = [CChar](repeating: 0, count: 4096)
        let count = unsafe readlink("/proc/self/fd/\(descriptor)", &name, name.count)
        return String(
            decoding: name.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func install() {
        guard !isInstalled.exchange(true, ordering: .relaxed), let layer = unsafe sqlite3_vfs_find(nil) else {
            return
        }
        // Safe because the functions are of the types that the file layer expects under these names.
        _ = unsafe layer.pointee.xSetSystemCall(
            layer, "write", unsafeBitCast(failingWrite as WriteCall, to: sqlite3_syscall_ptr.self))
        _ = unsafe layer.pointee.xSetSystemCall(
            layer, "pwrite", unsafeBitCast(failingPwrite as PwriteCall, to: sqlite3_syscall_ptr.self))
        _ = unsafe layer.pointee.xSetSystemCall(
            layer, "pwrite64", unsafeBitCast(failingPwrite as PwriteCall, to: sqlite3_syscall_ptr.self))
    }
}

private typealias WriteCall = @convention(c) (Int32, UnsafeRawPointer?, Int) -> Int
private typealias PwriteCall = @convention(c) (Int32, UnsafeRawPointer?, Int, Int) -> Int

private func failingWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    guard let code = DiskFault.code(for: descriptor) else { return unsafe write(descriptor, bytes, count) }
    errno = code
    return -1
}

private func failingPwrite(
    _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ offset: Int
) -> Int {
    guard let code = DiskFault.code(for: descriptor) else {
        return unsafe pwrite(descriptor, bytes, count, offset)
    }
    errno = code
    return -1
}
