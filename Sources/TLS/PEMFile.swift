import CLinux
import COpenSSL
import Glibc

/// The octets of a certificate or key file, as OpenSSL reads them; overwritten when they go.
@safe
struct PEMFile: ~Copyable {
    /// Chains have a few kilobytes; more than this is something else.
    private static let largest = 1024 * 1024

    // Safe because the place is allocated and freed here, and the BIO reads only from it.
    let path: String
    let bio: OpaquePointer
    private let octets: UnsafeMutableRawBufferPointer

    /// Reads a file; with `isSecret` only one that nobody else can read.
    ///
    /// - Throws: ``TLSFault/unreadable(path:number:)``, ``TLSFault/exposed(path:mode:)``.
    init(_ path: String, isSecret: Bool) throws(TLSFault) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable(path: path, number: errno) }
        defer { close(descriptor) }
        // The open file is asked, not the path: nobody can put another in its place in between.
        let (mode, size) = try Self.facts(of: descriptor, path)
        if isSecret, Self.isExposed(descriptor, mode) { throw .exposed(path: path, mode: mode & 0o7777) }
        let octets = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 1)
        let error = unsafe Self.fill(octets, from: descriptor)
        guard error == 0, let bio = unsafe BIO_new_mem_buf(octets.baseAddress, Int32(size)) else {
            unsafe Self.forget(octets)
            throw .unreadable(path: path, number: error == 0 ? ENOMEM : error)
        }
        self.path = path
        unsafe self.bio = bio
        unsafe self.octets = octets
    }

    deinit {
        unsafe BIO_free(bio)
        unsafe Self.forget(octets)
    }

    /// Whether these ASCII characters occur.
    func contains(_ text: String) -> Bool {
        unsafe octets.firstRange(of: Array(text.utf8)) != nil
    }

    /// A key must not stay behind in freed memory.
    private static func forget(_ octets: UnsafeMutableRawBufferPointer) {
        unsafe OPENSSL_cleanse(octets.baseAddress, octets.count)
        unsafe octets.deallocate()
    }

    private static func facts(
        of descriptor: Int32, _ path: String
    ) throws(TLSFault) -> (mode: UInt32, size: Int) {
        var status = stat()
        // Safe because the structure is on the stack for the call.
        guard unsafe fstat(descriptor, &status) == 0 else { throw .unreadable(path: path, number: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path: path, number: EINVAL) }
        guard status.st_size <= largest else { throw .unreadable(path: path, number: EFBIG) }
        return (status.st_mode, status.st_size)
    }

    private static func isExposed(_ descriptor: Int32, _ mode: UInt32) -> Bool {
        guard mode & 0o077 != 0 else { return false }
        var octets = [UInt8](repeating: 0, count: 1024)
        // Safe because the call writes at most the size it is given.
        let count = unsafe clinux_access_list(descriptor, &octets, octets.count)
        guard count > 0, let list = AccessList(Array(octets.prefix(count))) else { return true }
        return list.isReadable(besides: geteuid())
    }

    /// Reads as much as there is room for; a file that has become shorter ends in zeros, which PEM ignores.
    private static func fill(_ octets: UnsafeMutableRawBufferPointer, from descriptor: Int32) -> Int32 {
        unsafe octets.initializeMemory(as: UInt8.self, repeating: 0)
        var count = 0
        while count < octets.count {
            // Safe because the place and the count stay within what was allocated.
            let got = unsafe read(
                descriptor, octets.baseAddress?.advanced(by: count), octets.count - count)
            if got < 0, errno == EINTR { continue }
            if got < 0 { return errno }
            if got == 0 { break }
            count += got
        }
        return 0
    }
}
