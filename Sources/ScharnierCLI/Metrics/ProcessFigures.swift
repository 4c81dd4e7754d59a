import Glibc
import SQLite

/// What the kernel tells about this process and its disk.
enum ProcessFigures {
    /// Memory that is in use now, in bytes (proc(5), `statm`); `nil` where /proc is not mounted.
    static var residentBytes: Int64? {
        guard let content = try? FileReading.read("/proc/self/statm", atMost: 256) else { return nil }
        let fields = String(decoding: content.bytes, as: UTF8.self).split(separator: " ")
        guard fields.count > 1, let pages = Int64(fields[1]) else { return nil }
        return pages * Int64(sysconf(Int32(_SC_PAGESIZE)))
    }

    /// Descriptors that are open now.
    static var openDescriptors: Int64? {
        // Safe because the stream is closed here and an entry is looked at before the next one is asked for.
        guard let folder = unsafe opendir("/proc/self/fd") else { return nil }
        defer { unsafe closedir(folder) }
        var count: Int64 = 0
        while unsafe readdir(folder) != nil { count += 1 }
        // Not counted: `.`, `..` and the descriptor of the directory itself.
        return count - 3
    }

    /// Descriptors that may be open at the same time.
    static var descriptorLimit: Int64? {
        var limit = rlimit()
        // Safe because the call fills the structure it is given.
        guard unsafe getrlimit(__rlimit_resource_t(7), &limit) == 0 else { return nil }
        return Int64(clamping: limit.rlim_cur)
    }

    /// Time on the processors so far, in microseconds.
    static var processorMicroseconds: Int64? {
        var usage = rusage()
        // Safe because the call fills the structure it is given.
        guard unsafe getrusage(RUSAGE_SELF.rawValue, &usage) == 0 else { return nil }
        let seconds = Int64(usage.ru_utime.tv_sec) + Int64(usage.ru_stime.tv_sec)
        return seconds * 1_000_000 + Int64(usage.ru_utime.tv_usec) + Int64(usage.ru_stime.tv_usec)
    }

    /// Bytes that are free on the disk of a file, for who is not root.
    static func freeBytes(besides path: String) -> Int64? {
        var status = statvfs()
        // Safe because the path outlives the call, which fills the structure it is given.
        guard unsafe statvfs(path, &status) == 0 else { return nil }
        return Int64(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize))
    }

    /// The size of a file, 0 if there is none.
    static func fileBytes(_ path: String) -> Int64 { Int64(PrivateFile.size(of: path) ?? 0) }
}
