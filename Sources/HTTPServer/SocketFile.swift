import Glibc

/// The file of a Unix socket, known by what it is and not only by its name.
struct SocketFile: Sendable {
    private let path: String
    private let identity: Identity?

    private struct Identity: Equatable, Sendable {
        var device: UInt
        var number: UInt
    }

    /// The file that is there now.
    init(_ path: String) {
        self.path = path
        identity = Self.identity(of: path)
    }

    /// Removes the file, unless a successor has put its own in the place.
    func remove() {
        guard let identity, identity == Self.identity(of: path) else { return }
        _ = unsafe unlink(path)
    }

    private static func identity(of path: String) -> Identity? {
        var file = stat()
        guard unsafe lstat(path, &file) == 0 else { return nil }
        return Identity(device: UInt(file.st_dev), number: UInt(file.st_ino))
    }
}
