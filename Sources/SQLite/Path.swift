import CSQLite
import Glibc

/// The path with its directory free of symbolic links; the last component stays as it is.
///
/// `SQLITE_OPEN_NOFOLLOW` refuses links anywhere in the path, and a systemd `StateDirectory` is one. The result
/// begins with a slash, so that a name like `file:x?mode=memory` is never read as a URI.
func resolvedPath(_ path: String) throws(SQLiteError) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let directory = parts.dropLast().joined(separator: "/")
    let name = parts.last ?? ""
    guard !path.utf8.contains(0), !name.isEmpty, name != ".", name != ".." else {
        throw SQLiteError(code: SQLITE_CANTOPEN, message: "not the path of a file: \(path)", sql: "")
    }
    let start = directory.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : directory
    // Safe because realpath(3) allocates the result, which is copied before it is freed.
    guard let resolved = unsafe realpath(start, nil) else {
        throw SQLiteError(code: SQLITE_CANTOPEN, message: "no directory \(start) (errno \(errno))", sql: "")
    }
    defer { unsafe free(resolved) }
    let base = unsafe String(cString: resolved)
    return base == "/" ? "/\(name)" : "\(base)/\(name)"
}
