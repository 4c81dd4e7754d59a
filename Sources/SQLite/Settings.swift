/// How a file is opened.
package enum OpenMode: Sendable {
    /// For reading and writing; made if missing.
    case readWriteCreate
    /// For reading and writing; must exist.
    case readWrite
    /// For reading only; must exist.
    case readOnly
}

/// What differs between kinds of connections; all else is the same for every one (see ``FixedSetting``).
package struct Settings: Sendable {
    /// Whether the file must be in WAL mode; a writer puts it there.
    package var requiresWAL: Bool

    /// Size of the page cache, in KiB.
    package var cacheKibibytes: Int

    /// Pages in the log after which a commit copies them into the database; 0: never.
    package var autocheckpointPages: Int

    /// Whether every change is refused.
    package var isQueryOnly: Bool

    /// Whether closing the last connection copies the log: only one connection may do that.
    package var checkpointsOnClose: Bool

    /// How many further databases may be attached; `VACUUM INTO` needs one.
    package var attachedDatabases: Int32

    /// The one connection that writes and checkpoints.
    package static let writer = Settings(
        requiresWAL: true, cacheKibibytes: 16 * 1024, autocheckpointPages: 1000, isQueryOnly: false,
        checkpointsOnClose: true, attachedDatabases: 0)

    /// One of several connections that read beside the writer.
    package static let reader = Settings(
        requiresWAL: true, cacheKibibytes: 8 * 1024, autocheckpointPages: 0, isQueryOnly: true,
        checkpointsOnClose: false, attachedDatabases: 0)

    /// A connection for `VACUUM INTO`, which `query_only` would forbid; open it `.readOnly`.
    package static let backup = Settings(
        requiresWAL: true, cacheKibibytes: 8 * 1024, autocheckpointPages: 0, isQueryOnly: false,
        checkpointsOnClose: false, attachedDatabases: 1)

    /// A connection for `VACUUM` beside the one that writes, which must not write meanwhile.
    package static let scrubbing = Settings(
        requiresWAL: true, cacheKibibytes: 8 * 1024, autocheckpointPages: 0, isQueryOnly: false,
        checkpointsOnClose: false, attachedDatabases: 1)

    /// A look at a file that may be anything; open it `.readOnly`.
    package static let inspection = Settings(
        requiresWAL: false, cacheKibibytes: 8 * 1024, autocheckpointPages: 0, isQueryOnly: true,
        checkpointsOnClose: false, attachedDatabases: 0)
}
