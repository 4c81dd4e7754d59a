/// Why a backup cannot be made or restored.
package struct BackupFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong.
    package enum Reason: Equatable, Sendable {
        /// Something is there already, and nobody said that it may be replaced.
        case exists
        /// There is no manifest that can be read.
        case noManifest
        /// The copy is not the one that the manifest describes.
        case differs(String)
        /// The copy is damaged; what SQLite found first.
        case damaged(String)
        /// An archive cannot hold it.
        case tooLarge
        /// A line of the journal is not understood; skipping it could bring back what was erased.
        case journal(line: Int)
    }

    /// What is wrong.
    package let reason: Reason

    /// The file or directory it is wrong with.
    package let path: String

    init(_ reason: Reason, _ path: String) {
        self.reason = reason
        self.path = path
    }

    /// One line for the operator: the file, what is wrong with it, what to do.
    package var description: String { "\(path): \(words)" }

    private var words: String {
        switch reason {
        case .exists: "is there already; name another one, or say --replace to move a database aside"
        case .noManifest: "has no manifest.json that can be read; name the directory of a backup"
        case .differs(let what): "is not what manifest.json describes (\(what)); take another backup"
        case .damaged(let first): "is damaged (\(first)); take another backup"
        case .tooLarge: "is larger than an archive can hold; make a backup in a directory"
        case .journal(let line): "line \(line) is not understood; restore with the version that wrote it"
        }
    }
}
