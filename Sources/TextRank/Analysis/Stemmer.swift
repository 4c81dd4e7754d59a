internal import CStemmer

/// Cuts words down to their stems, by one of the Snowball algorithms (snowballstem.org).
///
/// Not to be shared between threads: the library keeps its result in the stemmer.
@safe
final class Stemmer {
    // Safe because it is made in init, used by this class alone, and freed in deinit.
    private let stemmer: OpaquePointer

    /// The stemmer for a language that libstemmer names in English, as `german`; nil if it has none, or no memory.
    init?(language: String) {
        // Safe because both texts live until the call is over, and the library copies what it needs.
        guard let stemmer = unsafe sb_stemmer_new(language, "UTF_8") else { return nil }
        unsafe self.stemmer = stemmer
    }

    deinit {
        // Safe because nobody else has the pointer.
        unsafe sb_stemmer_delete(stemmer)
    }

    /// Writes the stem of a folded word over `stem`.
    func stem(_ word: ArraySlice<UInt8>, into stem: inout [UInt8]) {
        stem.removeAll(keepingCapacity: true)
        // Safe because the word lives until the block ends, and the result is copied before the next call.
        unsafe word.withUnsafeBufferPointer { letters in
            guard let result = unsafe sb_stemmer_stem(stemmer, letters.baseAddress, Int32(letters.count))
            else {
                return
            }
            let length = unsafe Int(sb_stemmer_length(stemmer))
            unsafe stem.append(contentsOf: UnsafeBufferPointer(start: result, count: length))
        }
        // No memory: the word stands for itself.
        if stem.isEmpty { stem.append(contentsOf: word) }
    }
}
