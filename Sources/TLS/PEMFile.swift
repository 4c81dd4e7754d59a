import COpenSSL
import Glibc

/// The octets of a certificate or key file.
struct PEMFile: ~Copyable {
    /// Chains have a few kilobytes; more than this is something else.
    private static let largest = 1024 * 1024

    let path: String
    private(set) var octets: [UInt8]

    /// Reads a file; with `isSecret` only one that nobody else can read.
    ///
    /// - Throws: ``TLSFault/unreadable(path:number:)``, ``TLSFault/exposed(path:mode:)``.
    init(_ path: String, isSecret: Bool) throws(TLSFault) {
        self.path = path
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw .unreadable(path: path, number: errno) }
        defer { close(descriptor) }
        // The open file is asked, not the path: nobody can put another in its place in between.
        let mode = try Self.mode(of: descriptor, path)
        if isSecret, Self.isExposed(descriptor, mode) { throw .exposed(path: path, mode: mode & 0o7777) }
        octets = try Self.contents(of: descriptor, path)
    }

    deinit {
        // A key must not stay behind in freed memory.
        octets.withUnsafeMutableBytes { bytes in
            // Safe because exactly the octets of the array are overwritten.
            unsafe OPENSSL_cleanse(bytes.baseAddress, bytes.count)
        }
    }

    /// Whether these ASCII characters occur.
    func contains(_ text: String) -> Bool {
        octets.firstRange(of: Array(text.utf8)) != nil
    }

    private static func mode(of descriptor: Int32, _ path: String) throws(TLSFault) -> UInt32 {
        var status = stat()
        // Safe because the structure is on the stack for the call.
        guard unsafe fstat(descriptor, &status) == 0 else { throw .unreadable(path: path, number: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path: path, number: EINVAL) }
        return status.st_mode
    }

    private static func isExposed(_ descriptor: Int32, _ mode: UInt32) -> Bool {
        guard mode & 0o077 != 0 else { return false }
        var octets = [UInt8](repeating: 0, count: 1024)
        // Safe because the call writes at most the size it is given.
        let count = unsafe fgetxattr(descriptor, "system.posix_acl_access", &octets, octets.count)
        guard count > 0, let list = AccessList(Array(octets.prefix(count))) else { return true }
        return list.isReadable(besides: geteuid())
    }

    private static func contents(of descriptor: Int32, _ path: String) throws(TLSFault) -> [UInt8] {
        var octets = [UInt8](repeating: 0, count: largest + 1)
        var count = 0
        while count < octets.count {
            let got = unsafe octets[count...].withUnsafeMutableBytes { rest in
                // Safe because the call writes at most the size it is given.
                unsafe read(descriptor, rest.baseAddress, rest.count)
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw .unreadable(path: path, number: errno) }
            if got == 0 { break }
            count += got
        }
        guard count <= largest else { throw .unreadable(path: path, number: EFBIG) }
        defer {
            // Safe because exactly the octets of the array are overwritten.
            octets.withUnsafeMutableBytes { bytes in unsafe OPENSSL_cleanse(bytes.baseAddress, bytes.count) }
        }
        return Array(octets[..<count])
    }
}
