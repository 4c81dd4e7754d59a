import COpenSSL

/// Octets that OpenSSL reads as if they were a file.
@safe
struct MemoryBIO: ~Copyable {
    // Safe because OpenSSL reads from the copy that is kept here, which lives as long as the handle.
    let handle: OpaquePointer
    private let octets: UnsafeMutableBufferPointer<UInt8>

    /// - Throws: ``TLSFault/library(call:reason:)`` without memory.
    init(_ source: borrowing [UInt8]) throws(TLSFault) {
        let octets = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: source.count)
        _ = unsafe octets.initialize(from: source)
        guard let handle = unsafe BIO_new_mem_buf(octets.baseAddress, Int32(octets.count)) else {
            unsafe octets.deallocate()
            throw .library(call: "BIO_new_mem_buf", reason: ErrorQueue.takeReason())
        }
        unsafe self.handle = handle
        unsafe self.octets = octets
    }

    deinit {
        unsafe BIO_free(handle)
        unsafe OPENSSL_cleanse(octets.baseAddress, octets.count)
        unsafe octets.deallocate()
    }
}
