package import SQLite

extension ConnectionPool {
    /// The most connections that read at the same time; more would only take turns on the cores.
    package static let readers = 4

    /// The one connection that writes to the database at `path`, which must exist unless it is ":memory:".
    package static func writing(to path: String) -> ConnectionPool {
        ConnectionPool(capacity: 1) {
            try Connection(path: path, mode: .readWrite, settings: .writer)
        }
    }

    /// Connections that read the database at `path` beside the writer.
    package static func reading(_ path: String, capacity: Int = ConnectionPool.readers) -> ConnectionPool {
        ConnectionPool(capacity: capacity) {
            // Not `.readOnly`: a reader writes its marks into the shared memory beside the log.
            try Connection(path: path, mode: .readWrite, settings: .reader)
        }
    }
}
