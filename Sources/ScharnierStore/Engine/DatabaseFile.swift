package import SQLite

/// The file a database lives in.
package enum DatabaseFile {
    /// Makes an empty database file that nobody else may read, and its directory if that is missing.
    ///
    /// Directory 0700, file 0600; what SQLite puts beside it has the rights of the file.
    ///
    /// - Returns: false if there was a file, which is left as it is.
    /// - Throws: ``SystemError``.
    @discardableResult
    package static func make(at path: String) throws(SystemError) -> Bool {
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            try PrivateFile.makeDirectory(String(path[..<slash]))
        }
        return try PrivateFile.make(path)
    }
}
