import COpenSSL
import Glibc

/// How OpenSSL reads and writes a descriptor: as its own socket BIO does, but without SIGPIPE ever (MSG_NOSIGNAL),
/// repeating what was interrupted, and telling the kernel when more follows at once (MSG_MORE).
enum SocketBIO {
    /// Set by ``setMore(_:of:)``; a bit that BIO_set_flags(3) leaves to the kind of BIO.
    private static let moreFlag: Int32 = 0x1000_0000
    private static let retryFlags =
        BIO_FLAGS_READ | BIO_FLAGS_WRITE | BIO_FLAGS_IO_SPECIAL | BIO_FLAGS_SHOULD_RETRY
    private static let endFlag = Int32(BIO_FLAGS_IN_EOF)

    // Safe because a method is not changed once a BIO uses it.
    private nonisolated(unsafe) static let method = unsafe makeMethod()

    /// A BIO on a descriptor, which it does not close; `nil` without memory.
    static func make(on descriptor: Int32) -> OpaquePointer? {
        guard let bio = unsafe BIO_new(method) else { return nil }
        // A number in the place of a pointer; one higher, because nothing is stored as 0.
        unsafe BIO_set_data(bio, UnsafeMutableRawPointer(bitPattern: Int(descriptor) + 1))
        unsafe BIO_set_init(bio, 1)
        return unsafe bio
    }

    /// Whether the next write is followed by another at once.
    @inline(__always)
    static func setMore(_ isMore: Bool, of bio: OpaquePointer) {
        if isMore { unsafe BIO_set_flags(bio, moreFlag) } else { unsafe BIO_clear_flags(bio, moreFlag) }
    }

    private static func makeMethod() -> OpaquePointer? {
        let method = unsafe BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "descriptor")
        unsafe BIO_meth_set_read(method, readDescriptor)
        unsafe BIO_meth_set_write(method, writeDescriptor)
        unsafe BIO_meth_set_ctrl(method, controlDescriptor)
        return unsafe method
    }

    fileprivate static func descriptor(of bio: OpaquePointer?) -> Int32 {
        Int32(truncatingIfNeeded: unsafe Int(bitPattern: BIO_get_data(bio)) - 1)
    }

    fileprivate static func read(_ bio: OpaquePointer?, _ place: UnsafeMutablePointer<CChar>?, _ size: Int32)
        -> Int32
    {
        unsafe BIO_clear_flags(bio, retryFlags | endFlag)
        // Safe because OpenSSL passes a place of that size.
        let descriptor = unsafe descriptor(of: bio)
        var count: Int
        repeat {
            count = unsafe recv(descriptor, place, Int(size), 0)
        } while count < 0 && errno == EINTR
        if count == 0 { unsafe BIO_set_flags(bio, endFlag) }
        if count < 0, errno == EAGAIN {
            unsafe BIO_set_flags(bio, BIO_FLAGS_READ | BIO_FLAGS_SHOULD_RETRY)
        }
        return Int32(truncatingIfNeeded: count)
    }

    fileprivate static func write(_ bio: OpaquePointer?, _ octets: UnsafePointer<CChar>?, _ size: Int32)
        -> Int32
    {
        let isMore = unsafe BIO_test_flags(bio, moreFlag) != 0
        unsafe BIO_clear_flags(bio, retryFlags)
        let options = Int32(MSG_NOSIGNAL) | (isMore ? Int32(MSG_MORE) : 0)
        // Safe because OpenSSL passes that many octets.
        let descriptor = unsafe descriptor(of: bio)
        var count: Int
        repeat {
            count = unsafe send(descriptor, octets, Int(size), options)
        } while count < 0 && errno == EINTR
        if count < 0, errno == EAGAIN {
            unsafe BIO_set_flags(bio, BIO_FLAGS_WRITE | BIO_FLAGS_SHOULD_RETRY)
        }
        return Int32(truncatingIfNeeded: count)
    }

    fileprivate static func control(_ bio: OpaquePointer?, _ command: Int32) -> Int {
        switch command {
        case BIO_CTRL_FLUSH: 1
        case BIO_CTRL_EOF: unsafe BIO_test_flags(bio, endFlag) != 0 ? 1 : 0
        default: 0
        }
    }
}

private func readDescriptor(
    _ bio: OpaquePointer?, _ place: UnsafeMutablePointer<CChar>?, _ size: Int32
) -> Int32 {
    unsafe SocketBIO.read(bio, place, size)
}

private func writeDescriptor(_ bio: OpaquePointer?, _ octets: UnsafePointer<CChar>?, _ size: Int32) -> Int32 {
    unsafe SocketBIO.write(bio, octets, size)
}

private func controlDescriptor(
    _ bio: OpaquePointer?, _ command: Int32, _ number: Int, _ place: UnsafeMutableRawPointer?
) -> Int {
    unsafe SocketBIO.control(bio, command)
}
