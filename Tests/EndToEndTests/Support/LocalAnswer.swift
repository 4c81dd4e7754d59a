import Foundation
import Synchronization

/// A program at a Unix socket that says the same to whoever comes, whatever is asked.
final class LocalAnswer: Sendable {
    private let listener: Int32
    private let path: String

    /// Listens at a path of at most 107 octets with the rights that the control socket has.
    init(_ answer: String, at path: String) throws {
        self.path = path
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        listener = descriptor
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        // Safe because the structure lives for the call.
        let family = unsafe withUnsafeBytes(of: &address) { unsafe Array($0.prefix(2)) }
        let bytes = family + Array(path.utf8) + [0]
        // Safe because the address lives for the call and its count goes along.
        let isBound = unsafe bytes.withUnsafeBytes {
            unsafe bind(
                descriptor, $0.baseAddress?.assumingMemoryBound(to: sockaddr.self), socklen_t($0.count)) == 0
        }
        guard isBound, unsafe chmod(path, 0o600) == 0, listen(descriptor, 8) == 0 else {
            throw Missing(what: "a socket at \(path) (errno \(errno))")
        }
        let content = Array(answer.utf8)
        Thread.detachNewThread { Self.serve(descriptor, content) }
    }

    /// Ends the answering and removes the socket.
    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        // Safe because the path outlives the call.
        unsafe unlink(path)
    }

    private static func serve(_ listener: Int32, _ content: [UInt8]) {
        while true {
            let client = accept(listener, nil, nil)
            guard client >= 0 else { break }
            var question = [UInt8](repeating: 0, count: 4096)
            // Safe because the buffers live for the calls, which are told their sizes.
            _ = unsafe recv(client, &question, question.count, 0)
            var rest = content[...]
            while !rest.isEmpty {
                let count = unsafe rest.withUnsafeBytes {
                    unsafe send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard count > 0 else { break }
                rest = rest.dropFirst(count)
            }
            close(client)
        }
        close(listener)
    }
}
