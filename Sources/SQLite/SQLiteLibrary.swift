import CSQLite

/// The C library that is linked.
package enum SQLiteLibrary {
    /// Its version, as `3.40.1` (sqlite.org/c3ref/libversion.html).
    package static var version: String {
        // Safe because the library's own text lives as long as the process.
        unsafe String(cString: sqlite3_libversion())
    }
}
