import COpenSSL
import Glibc

/// A certificate with the chain that proves it and its private key, as OpenSSL's objects.
@safe
final class KeyPair {
    // Safe because the pair owns one reference of each object and gives it up once.
    let certificates: CertificateList
    let key: OpaquePointer

    /// Reads both files and compares them.
    ///
    /// - Throws: ``TLSFault`` naming the file.
    init(_ identity: TLSIdentity) throws(TLSFault) {
        let certificates = try CertificateList(PEMFile(identity.certificateFile, isSecret: false))
        let key = try unsafe Self.key(in: PEMFile(identity.keyFile, isSecret: true))
        self.certificates = certificates
        unsafe self.key = key
        guard unsafe X509_check_private_key(certificates.first, key) == 1 else {
            ErrorQueue.clear()
            throw .mismatched(certificate: identity.certificateFile, key: identity.keyFile)
        }
    }

    deinit {
        unsafe EVP_PKEY_free(key)
    }

    private static func key(in file: consuming PEMFile) throws(TLSFault) -> OpaquePointer {
        ErrorQueue.clear()
        if let key = unsafe PEM_read_bio_PrivateKey(file.bio, nil, refusePassword, nil) {
            return unsafe key
        }
        let reason = ErrorQueue.takeReason()
        if file.contains("ENCRYPTED") { throw .locked(path: file.path) }
        guard file.contains("PRIVATE KEY-----") else { throw .noKey(path: file.path) }
        throw .refused(path: file.path, reason: reason)
    }
}

/// The certificates of a file, the server's own first.
@safe
final class CertificateList {
    // Safe because the list owns one reference of each certificate and gives it up once.
    let first: OpaquePointer
    let issuers: [OpaquePointer]

    /// - Throws: ``TLSFault/noCertificate(path:)``, or ``TLSFault/refused(path:reason:)`` for a damaged one.
    init(_ file: consuming PEMFile) throws(TLSFault) {
        ErrorQueue.clear()
        var list: [OpaquePointer] = unsafe []
        while let certificate = unsafe PEM_read_bio_X509(file.bio, nil, refusePassword, nil) {
            unsafe list.append(certificate)
        }
        let error = ErrorQueue.takeFirst()
        // The end of the file is found by looking for one more; anything else is a damaged certificate.
        let isWhole = ERR_GET_LIB(error) == ERR_LIB_PEM && ERR_GET_REASON(error) == PEM_R_NO_START_LINE
        guard isWhole, let first = unsafe list.first else {
            unsafe list.forEach { unsafe X509_free($0) }
            if isWhole { throw .noCertificate(path: file.path) }
            throw .refused(path: file.path, reason: ErrorQueue.reason(of: error))
        }
        unsafe self.first = first
        unsafe issuers = Array(list.dropFirst())
    }

    deinit {
        unsafe X509_free(first)
        unsafe issuers.forEach { unsafe X509_free($0) }
    }

    /// When the server's own certificate begins and ends; how long the others last depends on who checks them.
    var validity: CertificateValidity {
        unsafe CertificateValidity(
            notBefore: Self.seconds(X509_get0_notBefore(first)),
            notAfter: Self.seconds(X509_get0_notAfter(first)))
    }

    /// A date that cannot be read counts as long past.
    private static func seconds(_ time: UnsafePointer<ASN1_TIME>?) -> Int64 {
        var parts = unsafe tm()
        guard unsafe ASN1_TIME_to_tm(time, &parts) == 1 else { return 0 }
        return Int64(unsafe timegm(&parts))
    }
}

/// Without this OpenSSL would ask at the terminal.
private func refusePassword(
    _ buffer: UnsafeMutablePointer<CChar>?, _ size: Int32, _ isWriting: Int32,
    _ context: UnsafeMutableRawPointer?
) -> Int32 { -1 }
