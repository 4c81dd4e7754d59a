import CZlib

/// Content in the coding `gzip` (RFC 1952; RFC 9110 §8.4.1.3).
package enum Gzip {
    /// How hard zlib tries, 1…9: at 1 a list takes a third of the time that it takes at the usual 6, and is little longer.
    private static let level: Int32 = 1

    /// The largest window, and 16 for the head of gzip instead of that of zlib (zlib.h, `deflateInit2`).
    private static let windowBits: Int32 = 15 + 16

    /// The memory that zlib takes for its tables, as it is by default (zlib.h, `deflateInit2`).
    private static let memoryLevel: Int32 = 8

    /// The same bytes compressed; `nil` if there is no memory for it.
    ///
    /// No name and no time stand in the head, so that equal bytes give equal bytes.
    package static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = unsafe z_stream()
        // Safe because the stream is ended here, and version and size are those that this was compiled with.
        let begun = unsafe deflateInit2_(
            &stream, level, Z_DEFLATED, windowBits, memoryLevel, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        guard begun == Z_OK else { return nil }
        defer { unsafe _ = deflateEnd(&stream) }
        var input = bytes
        let capacity = unsafe Int(deflateBound(&stream, UInt(bytes.count)))
        let result = unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
                // Safe because both buffers outlive the one call that uses them, and `deflateBound` is room enough.
                unsafe stream.next_in = source.baseAddress
                unsafe stream.avail_in = UInt32(source.count)
                unsafe stream.next_out = output.baseAddress
                unsafe stream.avail_out = UInt32(output.count)
                let ended = unsafe deflate(&stream, Z_FINISH) == Z_STREAM_END
                count = ended ? unsafe output.count - Int(stream.avail_out) : 0
            }
        }
        return result.isEmpty ? nil : result
    }
}
