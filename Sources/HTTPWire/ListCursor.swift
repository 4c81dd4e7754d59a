/// A place in a comma-separated list (RFC 9110 §5.6.1).
struct ListCursor {
    private var next: Int? = 0

    /// Where the current element lies in the list, without the blanks around it.
    private(set) var element = 0..<0

    /// Moves to the next element, which may be empty; `false` after the last.
    mutating func advance(in value: Span<UInt8>) -> Bool {
        guard var start = next else { return false }
        var end = start
        while end < value.count, value[end] != Octets.comma { end += 1 }
        next = end < value.count ? end + 1 : nil
        while start < end, Octets.isBlank(value[start]) { start += 1 }
        while end > start, Octets.isBlank(value[end - 1]) { end -= 1 }
        element = start..<end
        return true
    }
}
