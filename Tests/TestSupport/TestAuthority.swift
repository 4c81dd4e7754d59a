package import TLS

/// An authority of a test's own, and certificates from it, made by openssl(1) in a folder that goes with it.
package final class TestAuthority: Sendable {
    /// Something openssl(1) did not do.
    package struct Failure: Error {
        let message: String
    }

    package let folder: TestFolder

    /// The authority's certificate, for clients that trust it.
    package var certificateFile: String { folder.file("authority.crt") }

    package init() throws {
        folder = try TestFolder()
        try run(
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=authority",
            "-keyout authority.key -out authority.crt -addext basicConstraints=critical,CA:TRUE")
    }

    /// A key and a certificate for names as `DNS:localhost,IP:127.0.0.1`, valid from now on; with negative days it
    /// is over.
    ///
    /// `key` is what `openssl req -newkey` takes.
    package func issue(
        _ name: String, for names: String = "DNS:localhost,IP:127.0.0.1", days: Int = 30,
        key: String = "ec -pkeyopt ec_paramgen_curve:P-256", by issuer: String = "authority",
        options: String = ""
    ) throws -> TLSIdentity {
        try run(
            "req -newkey \(key) -nodes -subj /CN=\(name) -addext subjectAltName=\(names) \(options)",
            "-keyout \(name).key -out \(name).csr")
        try run(
            "x509 -req -in \(name).csr -CA \(issuer).crt -CAkey \(issuer).key -CAcreateserial -days \(days)",
            "-copy_extensions copy -out \(name).crt")
        return TLSIdentity(
            certificateFile: folder.file("\(name).crt"), keyFile: folder.file("\(name).key"))
    }

    /// Runs openssl(1) with these words; words that end like files are files of the folder.
    package func run(_ words: String...) throws {
        let endings = [".key", ".crt", ".csr"]
        let arguments = words.joined(separator: " ").split(separator: " ").map { word in
            endings.contains { word.hasSuffix($0) } ? folder.file(String(word)) : String(word)
        }
        let tool = try Tool("openssl", arguments)
        guard tool.code == 0 else { throw Failure(message: tool.errors) }
    }

    /// Puts the content of another file into one, or removes it.
    package func replace(_ path: String, by other: String?) throws {
        try folder.replace(path, by: other)
    }

    /// A client that trusts this authority alone.
    package func client() throws -> TLSClientContext {
        try TLSClientContext(trust: .file(certificateFile))
    }
}
