import CLinux

/// How the process asks the system for memory.
enum Memory {
    private static let mapped: Int32 = 8 << 20
    private static let trimmed: Int32 = 16 << 20
    private static let padding: Int32 = 1 << 20

    /// Keeps the buffers of large answers for the next ones.
    ///
    /// Without this, glibc maps and unmaps each answer of 128 KB and more, and the kernel clears every page anew
    /// (mallopt(3)): half of the cost of a list.
    static func keepForReuse() {
        clinux_memory_thresholds(mapped, trimmed, padding)
    }
}
