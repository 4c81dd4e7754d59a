import Glibc

/// A folder of its own for one test, removed with what is in it.
final class TemporaryFolder {
    private let place: String

    init() throws {
        var template = Array("/tmp/server-test-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { throw NotInTime() }
        place = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        for name in ["http.sock", "control.sock", "notify.sock", "notes"] { _ = unsafe unlink(path(name)) }
        _ = unsafe rmdir(place)
    }

    func path(_ name: String) -> String { "\(place)/\(name)" }

    /// Type and permissions of a file, if it is there.
    func mode(of name: String) -> mode_t? {
        var file = stat()
        return unsafe lstat(path(name), &file) == 0 ? file.st_mode & (S_IFMT | 0o777) : nil
    }

    func write(_ name: String, _ text: String) throws {
        let descriptor = unsafe open(path(name), O_CREAT | O_WRONLY, 0o600)
        guard descriptor >= 0 else { throw NotInTime() }
        _ = unsafe Glibc.write(descriptor, text, text.utf8.count)
        close(descriptor)
    }

    /// Leaves a socket file behind that nobody listens at.
    func leaveSocket(_ name: String) throws {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let family = unsafe withUnsafeBytes(of: &address) { unsafe Array($0.prefix(2)) }
        let octets = family + Array(path(name).utf8) + [0]
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        let result = unsafe octets.withUnsafeBytes { bytes in
            unsafe bind(
                descriptor, bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self),
                socklen_t(bytes.count))
        }
        guard result == 0 else { throw NotInTime() }
    }
}
