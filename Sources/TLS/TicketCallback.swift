import COpenSSL

/// Locks or opens a session ticket (SSL_CTX_set_tlsext_ticket_key_evp_cb(3)).
///
/// Called by OpenSSL within a handshake, with room for the name of a key and the start value of its cipher.
func applyTicketKey(
    _ session: OpaquePointer?, _ name: UnsafeMutablePointer<UInt8>?, _ start: UnsafeMutablePointer<UInt8>?,
    _ cipher: OpaquePointer?, _ code: OpaquePointer?, _ isLocking: Int32
) -> Int32 {
    // Safe because OpenSSL passes the objects of one running handshake: none is kept here, and the name has 16
    // octets and the start value that of the cipher.
    guard let keys = unsafe ContextHandle.ticketKeys(of: session), let name = unsafe name,
        let start = unsafe start
    else { return TicketVerdict.failed.rawValue }
    let verdict =
        isLocking == 1
        ? unsafe lockTicket(keys, name, start, cipher, code)
        : unsafe openTicket(keys, session, name, start, cipher, code)
    return verdict.rawValue
}

/// What the callback may answer.
private enum TicketVerdict: Int32 {
    case failed = -1
    /// No ticket is made, or this one is not opened: a full handshake follows.
    case none = 0
    case good = 1
    /// The ticket is good, and the client gets a new one.
    case renewed = 2
}

private func lockTicket(
    _ keys: TicketKeys, _ name: UnsafeMutablePointer<UInt8>, _ start: UnsafeMutablePointer<UInt8>,
    _ cipher: OpaquePointer?, _ code: OpaquePointer?
) -> TicketVerdict {
    guard let key = keys.keyForNewTicket() else { return .none }
    // Safe because both places have room for what is written: 16 octets each.
    guard unsafe RAND_bytes(start, TicketCipher.startSize) == 1 else { return .failed }
    for (index, octet) in key.name.enumerated() { unsafe name[index] = octet }
    let isReady =
        unsafe EVP_EncryptInit_ex(cipher, TicketCipher.cipher, nil, key.cipherKey, start) == 1
    return unsafe isReady && setCode(code, key) ? .good : .failed
}

private func openTicket(
    _ keys: TicketKeys, _ session: OpaquePointer?, _ name: UnsafeMutablePointer<UInt8>,
    _ start: UnsafeMutablePointer<UInt8>, _ cipher: OpaquePointer?, _ code: OpaquePointer?
) -> TicketVerdict {
    // Safe because a ticket begins with the 16 octets of a name.
    let wanted = unsafe Array(UnsafeBufferPointer(start: name, count: TicketKey.nameSize))
    guard let match = keys.key(named: wanted) else { return .none }
    let (key, isCurrent) = match.key
    let isReady =
        unsafe EVP_DecryptInit_ex(cipher, TicketCipher.cipher, nil, key.cipherKey, start) == 1
    guard unsafe isReady && setCode(code, key) else { return .failed }
    // With TLS 1.3 a ticket should be used once: every resumption brings the next (RFC 8446 appendix C.4).
    return unsafe isCurrent && SSL_version(session) < TLS1_3_VERSION ? .good : .renewed
}

private func setCode(_ code: OpaquePointer?, _ key: TicketKey) -> Bool {
    var octets = key.codeKey
    // Safe because the key is copied before the call returns (EVP_MAC_CTX_set_params(3)).
    return unsafe scharnier_ticket_mac(code, &octets, octets.count) == 1
}

/// The cipher of tickets, looked up once.
private enum TicketCipher {
    static let startSize: Int32 = 16
    // Safe because an `EVP_CIPHER` is never changed after it was fetched nor freed here.
    nonisolated(unsafe) static let cipher = unsafe EVP_CIPHER_fetch(nil, "AES-256-CBC", nil)
}
