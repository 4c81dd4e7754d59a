import Digest
import Gzip
import Synchronization

/// Compresses content, the same only once while it is asked for again and again: compressing a list costs more than ten
/// times what reading it does.
final class Compressor: Sendable {
    /// Contents that are kept, and how long one may be: some megabytes at most.
    private static let capacity = 16
    private static let longest = 256 * 1024

    private struct Kept {
        let content: [UInt8]
        let compressed: [UInt8]
    }

    /// By a hash of the content; compared with all of it, for nobody must be able to put one answer in place of another.
    private let kept = Mutex<(entries: [UInt64: Kept], order: [UInt64])>(([:], []))

    /// The content compressed; `nil` if there is no memory for it.
    func compressed(_ content: [UInt8]) -> [UInt8]? {
        guard content.count <= Self.longest else { return Gzip.compressed(content) }
        let hash = contentHash(content)
        let known = kept.withLock { $0.entries[hash] }
        if let known, known.content == content { return known.compressed }
        guard let compressed = Gzip.compressed(content) else { return nil }
        kept.withLock { kept in
            if kept.entries.updateValue(Kept(content: content, compressed: compressed), forKey: hash) == nil {
                kept.order.append(hash)
            }
            if kept.order.count > Self.capacity { kept.entries[kept.order.removeFirst()] = nil }
        }
        return compressed
    }
}
