import COpenSSL
import Glibc

/// A certificate with the chain that proves it and its private key, as OpenSSL's objects.
@safe
struct KeyPair: ~Copyable {
    // Safe because the pair owns one reference of each object and gives it up once.
    let certificate: OpaquePointer
    let chain: [OpaquePointer]
    let key: OpaquePointer
    let validity: CertificateValidity

    /// Reads both files and compares them.
    ///
    /// - Throws: ``TLSFault`` naming the file.
    init(certificateFile: String, keyFile: String) throws(TLSFault) {
        let certificates = try unsafe Self.certificates(in: PEMFile(certificateFile, isSecret: false))
        guard let first = unsafe certificates.first else { throw .noCertificate(path: certificateFile) }
        do {
            unsafe key = try Self.key(in: PEMFile(keyFile, isSecret: true))
        } catch {
            for unsafe certificate in unsafe certificates { unsafe X509_free(certificate) }
            throw error
        }
        unsafe certificate = first
        unsafe chain = Array(certificates.dropFirst())
        validity = unsafe Self.validity(of: first)
        guard unsafe X509_check_private_key(certificate, key) == 1 else {
            ErrorQueue.clear()
            throw .mismatched(certificate: certificateFile, key: keyFile)
        }
    }

    deinit {
        unsafe EVP_PKEY_free(key)
        unsafe X509_free(certificate)
        for unsafe issuer in unsafe chain { unsafe X509_free(issuer) }
    }

    private static func certificates(in file: consuming PEMFile) throws(TLSFault) -> [OpaquePointer] {
        ErrorQueue.clear()
        let source = try unsafe MemoryBIO(file.octets)
        var certificates: [OpaquePointer] = []
        while let certificate = unsafe PEM_read_bio_X509(source.handle, nil, refusePassword, nil) {
            unsafe certificates.append(certificate)
        }
        let error = ErrorQueue.takeFirst()
        // The end of the file is found by looking for one more; anything else is a damaged certificate.
        let isEnd = ERR_GET_LIB(error) == ERR_LIB_PEM && ERR_GET_REASON(error) == PEM_R_NO_START_LINE
        guard isEnd else {
            for unsafe certificate in unsafe certificates { unsafe X509_free(certificate) }
            throw .refused(path: file.path, reason: ErrorQueue.reason(of: error))
        }
        return unsafe certificates
    }

    private static func key(in file: consuming PEMFile) throws(TLSFault) -> OpaquePointer {
        ErrorQueue.clear()
        let source = try unsafe MemoryBIO(file.octets)
        if let key = unsafe PEM_read_bio_PrivateKey(source.handle, nil, refusePassword, nil) {
            return unsafe key
        }
        let reason = ErrorQueue.takeReason()
        if file.contains("ENCRYPTED") { throw .locked(path: file.path) }
        guard file.contains("PRIVATE KEY-----") else { throw .noKey(path: file.path) }
        throw .refused(path: file.path, reason: reason)
    }

    private static func validity(of certificate: OpaquePointer) -> CertificateValidity {
        unsafe CertificateValidity(
            notBefore: seconds(X509_get0_notBefore(certificate)),
            notAfter: seconds(X509_get0_notAfter(certificate)))
    }

    /// A date that cannot be read counts as long past.
    private static func seconds(_ time: UnsafePointer<ASN1_TIME>?) -> Int64 {
        var parts = tm()
        guard unsafe ASN1_TIME_to_tm(time, &parts) == 1 else { return 0 }
        return Int64(unsafe timegm(&parts))
    }
}

/// Without this OpenSSL would ask at the terminal.
private func refusePassword(
    _ buffer: UnsafeMutablePointer<CChar>?, _ size: Int32, _ isWriting: Int32,
    _ context: UnsafeMutableRawPointer?
) -> Int32 { -1 }
