import COpenSSL

/// A SHA-256 value (FIPS 180-4) of bytes that come piece by piece, as of a file.
@safe
package final class SHA256Stream {
    private let context: OpaquePointer

    /// Begins with no bytes.
    package init() {
        // Without memory there is no process worth having.
        guard let context = unsafe EVP_MD_CTX_new() else { preconditionFailure("no memory for a digest") }
        unsafe self.context = context
        let status = unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil)
        precondition(status == 1, "OpenSSL began no SHA-256")
    }

    deinit {
        unsafe EVP_MD_CTX_free(context)
    }

    /// Takes the next bytes.
    package func update(_ bytes: ArraySlice<UInt8>) {
        // Safe because the call reads the bytes of the buffer and keeps no pointer.
        let status = unsafe bytes.withUnsafeBytes {
            unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count)
        }
        precondition(status == 1, "OpenSSL continued no SHA-256")
    }

    /// The value of all bytes so far, after which there can be no more.
    package func finish() -> SHA256Digest {
        var digest = [UInt8](repeating: 0, count: SHA256Digest.byteCount)
        let status = unsafe EVP_DigestFinal_ex(context, &digest, nil)
        precondition(status == 1, "OpenSSL ended no SHA-256")
        return SHA256Digest(bytes: digest)
    }
}
