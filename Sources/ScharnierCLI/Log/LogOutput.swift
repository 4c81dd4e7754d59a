import Glibc
import Metrics

/// The descriptor that the log goes to; keeps lines whole.
struct LogOutput {
    private let descriptor: Int32
    private var isInLine = false

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Writes whole lines; what cannot be written is counted as dropped.
    mutating func write(_ bytes: [UInt8], lines: Int, counting dropped: Counter) {
        guard lines > 0 else { return }
        var rest = (isInLine ? [UInt8(ascii: "\n")] + bytes : bytes)[...]
        while !rest.isEmpty {
            let count = Self.write(rest, to: descriptor)
            guard count > 0 else { break }
            isInLine = rest[rest.startIndex + count - 1] != UInt8(ascii: "\n")
            rest = rest.dropFirst(count)
        }
        dropped.add(Int64(rest.count { $0 == UInt8(ascii: "\n") }))
    }

    /// Waits for somebody who reads, as long as it takes: only the log's own thread does.
    ///
    /// - Returns: How much was written; not positive when nobody will ever read.
    private static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int {
        while true {
            // Safe because the buffer lives for the call and its count goes along.
            let count = unsafe bytes.withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            guard count < 0 else { return count }
            switch errno {
            case EINTR: continue
            case EAGAIN: usleep(10_000)
            default: return -1
            }
        }
    }
}
