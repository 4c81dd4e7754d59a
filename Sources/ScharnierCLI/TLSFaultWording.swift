import Scharnier
import TLS

/// What is wrong with certificates and keys, and how to mend it.
extension TLSFault {
    var wording: Wording {
        switch self {
        case .unreadable(let path, let number):
            Wording(
                "\(path) ist nicht lesbar (errno \(number)); gibt es die Datei, und darf der Dienst sie lesen?",
                "\(path) cannot be read (errno \(number)); is it there, and may the service read it?")
        case .exposed(let path, let mode):
            Wording(
                "\(path) dürfen auch andere lesen (\(octal(mode))); abhelfen: chmod 600 \(path)",
                "\(path) can be read by others (\(octal(mode))); remedy: chmod 600 \(path)")
        case .noCertificate(let path):
            Wording(
                "\(path) enthält kein Zertifikat in PEM (-----BEGIN CERTIFICATE-----).",
                "\(path) holds no certificate in PEM (-----BEGIN CERTIFICATE-----).")
        case .noKey(let path):
            Wording(
                "\(path) enthält keinen Schlüssel in PEM (-----BEGIN PRIVATE KEY-----).",
                "\(path) holds no key in PEM (-----BEGIN PRIVATE KEY-----).")
        case .locked(let path):
            Wording(
                "\(path) ist mit einem Kennwort verschlossen; abhelfen: openssl pkey -in \(path) -out NEU",
                "\(path) is locked with a pass phrase; remedy: openssl pkey -in \(path) -out NEW")
        case .mismatched(let certificate, let key): Self.mismatch(certificate, key)
        case .refused(let path, let reason):
            Wording(
                "\(path) ist nicht zu gebrauchen (\(reason)); ein neues Zertifikat ausstellen lassen.",
                "\(path) cannot be used (\(reason)); have a new certificate issued.")
        case .expired(let path, _):
            Wording("\(path) ist abgelaufen; erneuern.", "\(path) has expired; renew it.")
        case .notYetValid(let path, _):
            Wording(
                "\(path) gilt noch nicht; die Uhr prüfen.", "\(path) is not valid yet; check the clock.")
        case .library(let call, let reason):
            Wording("OpenSSL: \(call) scheitert (\(reason)).", "OpenSSL: \(call) failed (\(reason)).")
        }
    }

    private static func mismatch(_ certificate: String, _ key: String) -> Wording {
        Wording(
            "\(key) ist nicht der Schlüssel zum ersten Zertifikat in \(certificate).",
            "\(key) is not the key of the first certificate in \(certificate).")
    }

    private func octal(_ mode: UInt32) -> String { String(mode, radix: 8) }
}
