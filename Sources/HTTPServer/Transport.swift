import CLinux
import Glibc
import TLS

/// The octets of one accepted connection, in and out, encrypted or not.
struct Transport: ~Copyable {
    /// What became of an attempt to move octets.
    enum Outcome {
        case moved(Int)
        /// Nothing was moved; the descriptor has to become readable first.
        case wantsRead
        /// Nothing was moved; the descriptor has to become writable first.
        case wantsWrite
        case ended
        case failed
    }

    let descriptor: Int32
    /// What encrypts; `nil` for plain text.
    let session: TLSSession?

    init(descriptor: Int32, session: TLSSession? = nil) {
        self.descriptor = descriptor
        self.session = session
    }

    /// Reads into the beginning of `buffer` what there is, up to its size.
    func receive(into buffer: inout [UInt8]) -> Outcome {
        if let session { return Self.outcome(session.read(into: &buffer)) }
        return receiveRaw(into: &buffer)
    }

    /// Reads octets as they come over the wire, for those who do not care what they mean.
    func receiveRaw(into buffer: inout [UInt8]) -> Outcome {
        let result = unsafe buffer.withUnsafeMutableBytes { bytes in
            unsafe clinux_receive(descriptor, bytes.baseAddress, bytes.count)
        }
        if result > 0 { return .moved(result) }
        if result == 0 { return .ended }
        return result == -Int(EAGAIN) ? .wantsRead : .failed
    }

    /// Sends `first`, then `second`, from an offset into both; what the kernel does not take is left.
    ///
    /// What is left has to be sent from the same two pieces: encryption may have begun with it.
    func send(_ first: [UInt8], _ second: [UInt8], from offset: Int = 0) -> Outcome {
        if let session { return Self.outcome(session.write(first, second, from: offset)) }
        let result = unsafe first.withUnsafeBytes { first in
            unsafe second.withUnsafeBytes { second in
                let head = unsafe UnsafeRawBufferPointer(rebasing: first.dropFirst(offset))
                let rest = unsafe UnsafeRawBufferPointer(
                    rebasing: second.dropFirst(offset - min(offset, first.count)))
                return unsafe clinux_send(
                    descriptor, head.baseAddress, head.count, rest.baseAddress, rest.count)
            }
        }
        if result >= 0 { return .moved(result) }
        return result == -Int(EAGAIN) ? .wantsWrite : .failed
    }

    /// Tells the peer that nothing more comes.
    ///
    /// - Returns: Whether that is done; else the descriptor has to become writable first.
    func endSending() -> Bool {
        if let session, session.shutdown() == .wantsWrite { return false }
        _ = clinux_shutdown_send(descriptor)
        return true
    }

    /// Says under encryption that the end is meant, if there is room for that.
    func sayEnd() {
        _ = session?.shutdown()
    }

    /// Closes the descriptor; `abort` also forgets what the peer has not read.
    func close(abort: Bool) {
        clinux_close(descriptor, abort ? 1 : 0)
    }

    private static func outcome(_ outcome: TLSSession.Outcome) -> Outcome {
        switch outcome {
        case .done(let count): .moved(count)
        case .wantsRead: .wantsRead
        case .wantsWrite: .wantsWrite
        case .ended: .ended
        case .failed: .failed
        }
    }
}
