import Glibc
import SQLite
package import Scharnier

extension SQLiteStore {
    /// Writes a backup of the database at `path`, which may be in use, as a tape archive: to be encrypted or sent away
    /// without ever lying in the clear where it can be found.
    ///
    /// The copy is made and checked beside the database first, for a stream cannot be taken back. It has lost its name
    /// before its first octet is written: however that ends, nothing is left.
    ///
    /// - Throws: as ``backUp(_:into:at:)``, or what `output` throws.
    package static func backUp(
        _ path: String, at now: Instant, to output: @escaping (ArraySlice<UInt8>) throws -> Void
    ) throws -> BackupManifest {
        let folder = BackupFolder(path: "\(path).stream-\(getpid())")
        let manifest = try backUp(path, into: folder.path, at: now)
        let files = try opened(folder)
        let archive = TapeArchive(output: output)
        for (name, file) in files {
            try archive.add(file, named: name, changedAt: now.milliseconds / 1000)
        }
        try archive.end()
        return manifest
    }

    /// The files of a backup, which then has gone.
    private static func opened(_ folder: BackupFolder) throws -> [(name: String, file: OpenedFile)] {
        do {
            // What is small and says what comes stands first.
            let files = try [folder.manifest, folder.journal, folder.database].map { path in
                (String(path.dropFirst(folder.path.count + 1)), try OpenedFile(path))
            }
            try folder.remove()
            return files
        } catch {
            try folder.remove()
            throw error
        }
    }
}
