import CSQLite
import Glibc

/// What a path leads to, asked without opening anything.
package struct FileStatus: Equatable, Sendable {
    /// What kinds of things a name can stand for.
    package enum Kind: Equatable, Sendable {
        case file, directory, symbolicLink, other
    }

    /// What the name stands for; a symbolic link is not followed.
    package let kind: Kind

    /// The size, in bytes.
    package let size: Int

    /// What is at `path`; nil if there is nothing.
    ///
    /// - Throws: ``SystemError`` if it cannot be told, as without the right to look into the directory.
    package init?(of path: String) throws(SystemError) {
        var status = stat()
        // Safe because the path outlives the call and the structure is filled by it.
        guard unsafe lstat(path, &status) == 0 else {
            let code = errno
            if code == ENOENT || code == ENOTDIR { return nil }
            throw SystemError(call: "lstat", subject: path, code: code)
        }
        kind = Kind(mode: status.st_mode)
        size = Int(status.st_size)
    }
}

extension FileStatus.Kind {
    fileprivate init(mode: mode_t) {
        self =
            switch mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .directory
            case S_IFLNK: .symbolicLink
            default: .other
            }
    }
}

/// The file system that a path lies on.
package struct FileSystem: Equatable, Sendable {
    /// The name of a kind that has no reliable locks or shared memory; nil for any other.
    package let unreliableKind: String?

    /// The bytes that an ordinary user may still write.
    package let freeBytes: Int

    /// The file system of `path`, which must exist.
    ///
    /// - Throws: ``SystemError``.
    package init(of path: String) throws(SystemError) {
        var type: Int64 = 0
        var free: Int64 = 0
        // Safe because the path outlives the call, which fills both numbers.
        let code = unsafe scharnier_file_system(path, &type, &free)
        guard code == 0 else { throw SystemError(call: "statfs", subject: path, code: code) }
        unreliableKind = Self.unreliable[type]
        freeBytes = Int(free)
    }

    /// The numbers of statfs(2) for file systems over a network or in another program's hands.
    private static let unreliable: [Int64: String] = [
        0x6969: "NFS", 0x517b: "SMB", 0xff53_4d42: "CIFS", 0xfe53_4d42: "SMB2", 0x6573_5546: "FUSE",
        0x0102_1997: "9P", 0x00c3_6400: "Ceph", 0x5346_414f: "AFS", 0x7375_7245: "Coda", 0x564c: "NCP",
    ]
}
