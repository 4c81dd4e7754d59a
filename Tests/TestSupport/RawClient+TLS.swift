package import TLS

extension RawClient {
    /// Encrypts the connection from here on; the server has to prove that it is `host`.
    package func secure(
        _ context: TLSClientContext, host: String = "localhost", resuming earlier: TLSResumption? = nil
    ) throws {
        let session = try context.session(on: descriptor, host: host, resuming: earlier)
        _ = try Self.count(session.handshake())
        self.session = session
    }

    /// Says that nothing more comes, but goes on reading.
    package func endEncryption() throws {
        if let session { _ = try Self.count(session.shutdown()) }
    }

    static func send(_ bytes: [UInt8], through session: TLSSession) throws {
        var sent = 0
        while sent < bytes.count { sent += try count(session.write(bytes, [], from: sent)) }
    }

    /// The descriptor blocks: whoever has to wait has waited for too long.
    static func count(_ outcome: TLSSession.Outcome) throws -> Int {
        switch outcome {
        case .done(let count): return count
        case .wantsRead, .wantsWrite: throw Failure.timeout
        case .ended: throw Failure.ended
        case .failed(let failure): throw Failure.encryption(failure)
        }
    }
}
