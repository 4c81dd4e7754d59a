import CPageSum
import CSQLite

/// The C library that is linked.
package enum SQLiteLibrary {
    // Evaluated once, by whoever opens the first connection; refused, without harm, if somebody was earlier.
    private static let configuration = scharnier_configure()

    // Should it fail, no connection can be opened: there is no file layer of that name.
    private static let registration = cpagesum_register()

    /// The file layer of all databases, which finds damaged pages.
    static let fileLayer = CPAGESUM_NAME

    /// The bytes that the layer needs of each page.
    static let sumBytes = CPAGESUM_BYTES

    /// Sets what must be set before the library is used.
    static func prepare() { _ = (configuration, registration) }

    /// Its version, as `3.40.1` (sqlite.org/c3ref/libversion.html).
    package static var version: String {
        // Safe because the library's own text lives as long as the process.
        unsafe String(cString: sqlite3_libversion())
    }
}
