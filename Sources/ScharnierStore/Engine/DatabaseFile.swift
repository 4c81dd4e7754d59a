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

    /// Makes sure that there is a file that may be a database, before anything is opened or put beside it.
    ///
    /// - Throws: ``SchemaFault`` that says what is there instead.
    package static func examine(_ path: String) throws(SchemaFault) {
        let status: FileStatus?
        do throws(SystemError) {
            status = try FileStatus(of: path)
        } catch {
            throw SchemaFault(error, file: path)
        }
        guard let status else { throw SchemaFault(.missing, file: path) }
        switch status.kind {
        case .file where status.size == 0: throw SchemaFault(.empty, file: path)
        case .file where !PrivateFile.isWritable(path): throw SchemaFault(.readOnly, file: path)
        case .file: return
        case .directory: throw SchemaFault(.directory, file: path)
        case .symbolicLink: throw SchemaFault(.symbolicLink, file: path)
        case .other: throw SchemaFault(.device, file: path)
        }
    }

    /// Makes sure that a file lies, or would lie, where locks and shared memory can be relied on.
    ///
    /// SQLite's log needs both (sqlite.org/wal.html#noshm); without them a database is damaged sooner or later.
    /// - Throws: ``SchemaFault``.
    package static func requireLocal(_ path: String) throws(SchemaFault) {
        let kind: String?
        do throws(SystemError) {
            kind = try FileSystem(of: PrivateFile.directory(of: path)).unreliableKind
        } catch {
            // A directory that is missing is told by whoever opens the file, or is made.
            return
        }
        if let kind { throw SchemaFault(.network(kind), file: path) }
    }
}
