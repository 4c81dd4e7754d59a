import COpenSSL
import Glibc

/// One end of one TLS connection on a non-blocking descriptor.
///
/// It belongs to one thread at a time. Nothing here waits: where the descriptor is not ready, the answer is what
/// to wait for, in either direction, whatever was asked. The descriptor is neither opened nor closed here.
@safe
package final class TLSSession {
    // Safe because the session owns one reference of the `SSL`, which owns the BIO, and keeps the context whose
    // keys OpenSSL may ask for.
    let pointer: OpaquePointer
    private let bio: OpaquePointer
    private let context: ContextHandle
    private let counts: HandshakeCounts?

    /// Whether the handshake is complete.
    package private(set) var isEstablished = false

    /// The error that has ended it: nothing may be asked of OpenSSL any more (SSL_get_error(3)).
    private var failure: TLSFailure?

    /// Whether our end has been told to the peer.
    private var isShut = false

    /// Whether octets may lie here that no readiness of the descriptor will announce.
    package private(set) var hasBuffered = false

    /// The most that one record carries (RFC 8446 §5.1).
    package static let recordSize = 16 * 1024

    /// What became of an attempt.
    package enum Outcome: Hashable, Sendable {
        /// It is done, with so many octets moved.
        case done(Int)
        /// The descriptor has to become readable first; then the same has to be tried again.
        case wantsRead
        /// The descriptor has to become writable first; then the same has to be tried again.
        case wantsWrite
        /// The peer has said that nothing more comes (`close_notify`).
        case ended
        /// The connection cannot go on.
        case failed(TLSFailure)
    }

    init(
        _ context: ContextHandle, on descriptor: Int32, counts: HandshakeCounts? = nil
    ) throws(TLSFault) {
        ErrorQueue.clear()
        guard let pointer = unsafe SSL_new(context.pointer) else {
            throw .library(call: "SSL_new", reason: ErrorQueue.takeReason())
        }
        guard let bio = unsafe SocketBIO.make(on: descriptor) else {
            unsafe SSL_free(pointer)
            throw .library(call: "BIO_new", reason: ErrorQueue.takeReason())
        }
        unsafe SSL_set_bio(pointer, bio, bio)
        unsafe self.pointer = pointer
        unsafe self.bio = bio
        self.context = context
        self.counts = counts
    }

    deinit {
        if !isEstablished, unsafe BIO_number_read(bio) > 0 { counts?.noteFailed() }
        unsafe SSL_free(pointer)
    }

    /// Goes on with the handshake.
    package func handshake() -> Outcome {
        if let failure { return .failed(failure) }
        guard !isEstablished else { return .done(0) }
        ErrorQueue.clear()
        let result = unsafe SSL_do_handshake(pointer)
        guard result == 1 else { return explain(result) }
        isEstablished = true
        counts?.noteCompleted(isResumed: isResumed)
        hasBuffered = unsafe SSL_has_pending(pointer) != 0
        return .done(0)
    }

    /// Reads into the beginning of `buffer` what there is, up to its size.
    package func read(into buffer: inout [UInt8]) -> Outcome {
        if let failure { return .failed(failure) }
        return unsafe buffer.withUnsafeMutableBytes { bytes in unsafe read(into: bytes) }
    }

    private func read(into bytes: UnsafeMutableRawBufferPointer) -> Outcome {
        var count = 0
        repeat {
            ErrorQueue.clear()
            var moved = 0
            // Safe because the place is within the buffer.
            let place = unsafe bytes.baseAddress?.advanced(by: count)
            let result = unsafe SSL_read_ex(pointer, place, bytes.count - count, &moved)
            guard result == 1 else {
                hasBuffered = false
                let outcome = explain(result)
                guard count > 0 else { return outcome }
                // An end or error comes again with the next attempt, which has to be made without waiting.
                if case .wantsRead = outcome { return .done(count) }
                hasBuffered = true
                return .done(count)
            }
            count += moved
            hasBuffered = unsafe SSL_has_pending(pointer) != 0
        } while hasBuffered && count < bytes.count
        return .done(count)
    }

    /// Writes `first`, then `second`, from an offset into both; what is not taken has to be offered again, the
    /// same octets from the same pieces.
    package func write(_ first: [UInt8], _ second: [UInt8], from offset: Int = 0) -> Outcome {
        if let failure { return .failed(failure) }
        var count = 0
        if offset < first.count {
            let outcome = unsafe first.withUnsafeBytes { bytes in
                let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[offset...])
                return unsafe write(rest, isLast: second.isEmpty, &count)
            }
            if let outcome { return count > 0 ? .done(count) : outcome }
        }
        let outcome = unsafe second.withUnsafeBytes { bytes in
            let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[max(0, offset - first.count)...])
            return unsafe write(rest, isLast: true, &count)
        }
        return outcome.map { count > 0 ? .done(count) : $0 } ?? .done(count)
    }

    /// Writes a piece record by record; `nil` when it has gone out whole.
    private func write(_ bytes: UnsafeRawBufferPointer, isLast: Bool, _ count: inout Int) -> Outcome? {
        var sent = 0
        while sent < bytes.count {
            unsafe SocketBIO.setMore(!isLast || bytes.count - sent > Self.recordSize, of: bio)
            ErrorQueue.clear()
            var moved = 0
            // Safe because the place is within the buffer.
            let place = unsafe bytes.baseAddress?.advanced(by: sent)
            let result = unsafe SSL_write_ex(pointer, place, bytes.count - sent, &moved)
            guard result == 1 else { return explain(result) }
            sent += moved
            count += moved
        }
        return nil
    }

    /// Tells the peer that nothing more comes (`close_notify`); reading may go on.
    ///
    /// Before the end of the handshake and after an error there is nothing to tell: that is done at once.
    package func shutdown() -> Outcome {
        guard isEstablished, failure == nil, !isShut else { return .done(0) }
        ErrorQueue.clear()
        unsafe SocketBIO.setMore(false, of: bio)
        let result = unsafe SSL_shutdown(pointer)
        // 0: ours is sent, the peer's has not come; that is all a server needs (RFC 8446 §6.1).
        guard result >= 0 else { return explain(result) }
        isShut = true
        return .done(0)
    }

    private func explain(_ result: Int32) -> Outcome {
        let number = errno
        switch unsafe SSL_get_error(pointer, result) {
        case SSL_ERROR_WANT_READ: return .wantsRead
        case SSL_ERROR_WANT_WRITE: return .wantsWrite
        case SSL_ERROR_ZERO_RETURN: return .ended
        case SSL_ERROR_SYSCALL:
            ErrorQueue.clear()
            return fail(.lost(number: number))
        default: return fail(reason(ErrorQueue.takeFirst()))
        }
    }

    private func fail(_ failure: TLSFailure) -> Outcome {
        self.failure = failure
        return .failed(failure)
    }

    private func reason(_ code: UInt) -> TLSFailure {
        let plain = [SSL_R_HTTP_REQUEST, SSL_R_HTTPS_PROXY_REQUEST, SSL_R_WRONG_VERSION_NUMBER]
        if ErrorQueue.isReason(SSL_R_UNEXPECTED_EOF_WHILE_READING, code) { return .truncated }
        if !isEstablished, plain.contains(where: { ErrorQueue.isReason($0, code) }) { return .plainText }
        if ErrorQueue.isReason(SSL_R_CERTIFICATE_VERIFY_FAILED, code) {
            return .untrusted(code: unsafe SSL_get_verify_result(pointer))
        }
        return .refused(code: code)
    }
}
