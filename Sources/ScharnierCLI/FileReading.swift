import Glibc

/// A file that cannot be read; the system's own words say why.
struct FileFault: Error, CustomStringConvertible {
    let path: String
    let number: Int32

    // Safe because the text is copied at once.
    var description: String { unsafe "\(path): \(String(cString: strerror(number)))" }
}

/// Reads small files of the operator and of the kernel.
enum FileReading {
    /// What a file holds, and whether every account may read it.
    struct Content {
        var bytes: [UInt8]
        var isReadableByAll: Bool
    }

    private static let pieceBytes = 4_096

    /// Reads a file up to a number of bytes.
    static func read(_ path: String, atMost limit: Int) throws(FileFault) -> Content {
        // Safe because the path outlives the call; so do the buffers below.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFault(path: path, number: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw FileFault(path: path, number: errno) }
        var content = Content(bytes: [], isReadableByAll: status.st_mode & S_IROTH != 0)
        while content.bytes.count < limit {
            let piece = try nextPiece(of: descriptor, path)
            if piece.isEmpty { break }
            content.bytes += piece
        }
        content.bytes = Array(content.bytes.prefix(limit))
        return content
    }

    private static func nextPiece(of descriptor: Int32, _ path: String) throws(FileFault) -> ArraySlice<UInt8>
    {
        var piece = [UInt8](repeating: 0, count: pieceBytes)
        while true {
            let count = unsafe piece.withUnsafeMutableBytes {
                unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
            }
            if count >= 0 { return piece.prefix(count) }
            guard errno == EINTR else { throw FileFault(path: path, number: errno) }
        }
    }
}
