import CBuild

/// What this build is.
enum Build {
    static let version = "0.1.0"

    /// The commit it was built from: `SCHARNIER_COMMIT` at build time, else "unknown".
    // Safe because the text is the library's own and copied at once.
    static let commit = unsafe String(cString: cbuild_commit())
}
