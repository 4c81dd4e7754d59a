import COpenSSL

/// The C library that is linked.
package enum OpenSSLLibrary {
    /// Its version, as `3.0.17` (openssl.org, OpenSSL_version(3)).
    package static var version: String {
        // Safe because the library's own text lives as long as the process.
        unsafe String(cString: OpenSSL_version(OPENSSL_VERSION_STRING))
    }
}
