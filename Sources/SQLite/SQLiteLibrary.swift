import CSQLite

/// The C library that is linked.
package enum SQLiteLibrary {
    // Evaluated once, by whoever opens the first connection; refused, without harm, if somebody was earlier.
    private static let configuration = scharnier_configure()

    /// Sets what must be set before the library is used.
    static func prepare() { _ = configuration }

    /// Its version, as `3.40.1` (sqlite.org/c3ref/libversion.html).
    package static var version: String {
        // Safe because the library's own text lives as long as the process.
        unsafe String(cString: sqlite3_libversion())
    }
}
