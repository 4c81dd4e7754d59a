import COpenSSL

/// The one protocol spoken over these connections (RFC 7301 §6), as a list of ALPN: each name after its length.
enum ApplicationProtocol {
    static let name = Array("http/1.1".utf8)
    static let list = [UInt8(name.count)] + name
}

/// Chooses `http/1.1` from what a client offers; without it the handshake fails with `no_application_protocol`
/// (RFC 7301 §3.2).
func selectProtocol(
    _ session: OpaquePointer?, _ chosen: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
    _ chosenLength: UnsafeMutablePointer<UInt8>?, _ offered: UnsafePointer<UInt8>?, _ length: UInt32,
    _ context: UnsafeMutableRawPointer?
) -> Int32 {
    // Safe because OpenSSL passes a list of that length, which outlives the choice, and places for the result.
    let offer = unsafe UnsafeBufferPointer(start: offered, count: Int(length))
    var start = 0
    while start < offer.count {
        let end = unsafe start + 1 + Int(offer[start])
        guard end <= offer.count else { break }
        if unsafe offer[(start + 1)..<end].elementsEqual(ApplicationProtocol.name) {
            unsafe chosen?.pointee = offered?.advanced(by: start + 1)
            unsafe chosenLength?.pointee = UInt8(ApplicationProtocol.name.count)
            return SSL_TLSEXT_ERR_OK
        }
        start = end
    }
    return SSL_TLSEXT_ERR_ALERT_FATAL
}
