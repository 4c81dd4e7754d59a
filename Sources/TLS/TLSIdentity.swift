/// The files that a server proves itself with, in PEM.
package struct TLSIdentity: Hashable, Sendable {
    /// The server's certificate, followed by those of its issuers.
    package var certificateFile: String

    /// The private key; readable by its owner alone.
    package var keyFile: String

    /// Names both files; they are read later.
    package init(certificateFile: String, keyFile: String) {
        self.certificateFile = certificateFile
        self.keyFile = keyFile
    }
}
