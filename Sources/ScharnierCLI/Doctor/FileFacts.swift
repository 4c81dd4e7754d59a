import Glibc

/// Who may do what with a file, and when it was changed.
struct FileFacts {
    /// The nine permission bits.
    let mode: UInt32

    /// The account that owns it.
    let owner: UInt32

    /// Seconds since 1970.
    let modified: Int

    /// `nil` where there is nothing, or nothing to be seen.
    init?(_ path: String) {
        var status = stat()
        // Safe because the path outlives the call, which fills the structure.
        guard unsafe stat(path, &status) == 0 else { return nil }
        mode = status.st_mode & 0o777
        owner = status.st_uid
        modified = status.st_mtim.tv_sec
    }
}

/// How long the disk takes to keep something for good.
enum SyncProbe {
    private static let rounds = 16
    private static let blockBytes = 4_096

    /// The median of some syncs of one block in a new file beside `path`, in microseconds; `nil` if none can be made.
    static func medianMicroseconds(besides path: String) -> Int64? {
        let probe = "\(path).probe-\(getpid())"
        // Safe because the path and the block outlive the calls that get them.
        let descriptor = unsafe open(probe, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return nil }
        defer {
            close(descriptor)
            unsafe unlink(probe)
        }
        var times: [Int64] = []
        for round in 0..<rounds {
            guard let time = sync(descriptor, round) else { return nil }
            times.append(time)
        }
        return times.sorted()[rounds / 2]
    }

    private static func sync(_ descriptor: Int32, _ round: Int) -> Int64? {
        let block = [UInt8](repeating: UInt8(truncatingIfNeeded: round), count: blockBytes)
        let start = ContinuousClock.now
        let count = unsafe block.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        guard count == blockBytes, fdatasync(descriptor) == 0 else { return nil }
        return Int64((ContinuousClock.now - start) / .microseconds(1))
    }
}
