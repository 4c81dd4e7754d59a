import HTTPServer
import TLS
import TestSupport

/// A running server with an encrypted listener, an authority that vouches for it, and clients that trust it.
struct TLSServer {
    let authority: TestAuthority
    let context: RenewableTLSContext
    let test: TestServer
    let trust: TLSClientContext

    init(_ change: (inout ServerConfiguration) -> Void = { _ in }) throws {
        authority = try TestAuthority()
        let context = try RenewableTLSContext(
            authority.issue("server"), minimum: .v1_2, ticketKeys: TicketKeys(clock: { .zero }))
        self.context = context
        trust = try authority.client()
        test = try TestServer { configuration in
            configuration.listeners = [
                ListenerConfiguration(.tcp(address: "127.0.0.1", port: 0), tls: context)
            ]
            change(&configuration)
        }
    }

    /// A client after the handshake.
    func connect(receiveBuffer: Int32? = nil, resuming earlier: TLSResumption? = nil) throws -> RawClient {
        let client = try test.connect(receiveBuffer: receiveBuffer)
        try client.secure(trust, resuming: earlier)
        return client
    }
}
