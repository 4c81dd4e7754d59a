import Glibc

/// Texts as C has them: pointers to octets that end with a zero, and a null pointer at the end.
@safe final class CWords {
    let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    private let count: Int

    init(_ words: [String]) {
        count = words.count
        unsafe pointers = .allocate(capacity: words.count + 1)
        for (number, word) in words.enumerated() {
            unsafe (pointers + number).initialize(to: strdup(word))
        }
        unsafe (pointers + words.count).initialize(to: nil)
    }

    deinit {
        for number in 0..<count { unsafe free(pointers[number]) }
        unsafe pointers.deallocate()
    }
}
