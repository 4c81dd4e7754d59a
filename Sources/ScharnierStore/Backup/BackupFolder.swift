import Digest
import SQLite

/// The parts of a backup, in a directory of their own.
struct BackupFolder {
    let path: String

    var database: String { "\(path)/scharnier.sqlite" }
    var manifest: String { "\(path)/manifest.json" }
    var journal: String { "\(path)/erasures.ndjson" }

    /// Removes what may be there of a backup, and the directory if nothing else is in it.
    func remove() throws {
        for name in [database, "\(database)-journal", manifest, journal, path] {
            try PrivateFile.remove(name)
        }
    }

    /// The manifest, once the file was found to be the one it describes.
    ///
    /// - Throws: ``BackupFault`` or `SystemError`.
    func verifiedManifest() throws -> BackupManifest {
        let manifest = try readManifest()
        guard let status = try FileStatus(of: database), status.kind == .file else {
            throw BackupFault(.differs("missing"), database)
        }
        guard status.size == manifest.bytes else {
            throw BackupFault(.differs("\(status.size) bytes"), database)
        }
        guard try Self.sha256(of: database) == manifest.sha256 else {
            throw BackupFault(.differs("SHA-256"), database)
        }
        return manifest
    }

    /// The digest of a file, in hexadecimal digits.
    static func sha256(of path: String) throws -> String {
        let stream = SHA256Stream()
        try PrivateFile.read(path) { stream.update($0) }
        return stream.finish().description
    }

    /// More than any manifest has.
    private static let mostManifestBytes = 64 << 10

    private func readManifest() throws -> BackupManifest {
        guard let bytes = try PrivateFile.bytes(of: manifest, most: Self.mostManifestBytes),
            let read = BackupFolder.manifest(in: bytes)
        else { throw BackupFault(.noManifest, path) }
        return read
    }

    private static func manifest(in bytes: [UInt8]) -> BackupManifest? {
        do {
            return try BackupManifest(json: bytes)
        } catch {
            // What is no JSON is no manifest; the caller says so.
            return nil
        }
    }
}
