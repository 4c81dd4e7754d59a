import CLinux
import Glibc

/// The octets of one accepted connection, in and out: the place for encryption.
struct Transport: ~Copyable {
    /// What became of an attempt to move octets.
    enum Outcome {
        case moved(Int)
        case wouldBlock
        case ended
        case failed
    }

    let descriptor: Int32

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Reads into the beginning of `buffer` what there is, up to its size.
    func receive(into buffer: inout [UInt8]) -> Outcome {
        let result = unsafe buffer.withUnsafeMutableBytes { bytes in
            unsafe clinux_receive(descriptor, bytes.baseAddress, bytes.count)
        }
        return result == 0 ? .ended : Self.outcome(result)
    }

    /// Sends `first`, then `second`, from an offset into both; what the kernel does not take is left.
    func send(_ first: [UInt8], _ second: [UInt8], from offset: Int = 0) -> Outcome {
        let result = unsafe first.withUnsafeBytes { first in
            unsafe second.withUnsafeBytes { second in
                let head = unsafe UnsafeRawBufferPointer(rebasing: first.dropFirst(offset))
                let rest = unsafe UnsafeRawBufferPointer(
                    rebasing: second.dropFirst(offset - min(offset, first.count)))
                return unsafe clinux_send(
                    descriptor, head.baseAddress, head.count, rest.baseAddress, rest.count)
            }
        }
        return Self.outcome(result)
    }

    /// Tells the peer that nothing more comes.
    func endSending() {
        _ = clinux_shutdown_send(descriptor)
    }

    /// Closes the descriptor; `abort` also forgets what the peer has not read.
    func close(abort: Bool) {
        clinux_close(descriptor, abort ? 1 : 0)
    }

    private static func outcome(_ result: Int) -> Outcome {
        if result >= 0 { return .moved(result) }
        return result == -Int(EAGAIN) ? .wouldBlock : .failed
    }
}
