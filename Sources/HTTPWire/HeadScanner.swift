/// Reads the head of a request octet by octet: its syntax (RFC 9112 §2.2, §3, §5) and its size.
///
/// What it finds depends on the octets alone, never on how they were cut into pieces: every refusal belongs to
/// the first octet that makes the head wrong. Lines end with CR LF only.
struct HeadScanner: ~Copyable {
    private enum State {
        case method, target, version, lineStart, name, valueStart, value
    }

    /// `HTTP/1.1` and its line end; the digits may be others.
    private static let versionLine: [10 of UInt8] = [
        0x48, 0x54, 0x54, 0x50, Octets.slash, 0x31, Octets.period, 0x31, Octets.carriageReturn,
        Octets.lineFeed,
    ]
    private static let majorDigit = 5
    private static let minorDigit = 7
    /// Room for the fields that clients usually send, so that the index rarely grows.
    private static let usualFieldCount = 12

    private var state = State.method
    private var isComplete = false
    private var fieldStart = 0
    private var fieldEnd = 0
    private var valueStart = 0

    /// Where the scan goes on: an offset from the first octet of the head, like all positions here.
    private(set) var position = 0
    private(set) var methodEnd = 0
    private(set) var targetEnd = 0
    private(set) var fieldsStart = 0
    private(set) var minorVersion = 1
    /// Positions relative to ``fieldsStart``.
    private(set) var entries: [Fields.Entry] = []

    var methodRange: Range<Int> { 0..<methodEnd }
    var targetRange: Range<Int> { methodEnd + 1..<targetEnd }
    var fieldsRange: Range<Int> { fieldsStart..<position }

    /// Hands the index over: it is needed once.
    mutating func takeEntries() -> [Fields.Entry] {
        let taken = entries
        entries = []
        return taken
    }

    /// Whether the first octet of the request line has been seen.
    var hasBegun: Bool { position > 0 }

    /// Goes on as far as the octets reach.
    ///
    /// - Returns: Whether the head is complete; it then ends before ``position``.
    mutating func advance(over bytes: Span<UInt8>, limits: Limits) throws(WireError) -> Bool {
        let head = bytes.extracting(0..<min(bytes.count, limits.head))
        while try step(head, limits: limits) {
            if isComplete { return true }
        }
        guard head.count < limits.head else { throw .headersTooLarge }
        return false
    }

    /// Does what the state asks for, as far as possible.
    ///
    /// - Returns: Whether the state has been left; otherwise more octets are needed.
    @inline(__always)
    private mutating func step(_ bytes: Span<UInt8>, limits: Limits) throws(WireError) -> Bool {
        switch state {
        case .method: try scanMethod(bytes)
        case .target: try scanTarget(bytes, limit: limits.target)
        case .version: try scanVersion(bytes)
        case .lineStart: try scanLineStart(bytes)
        case .name: try scanName(bytes)
        case .valueStart: scanBlanks(bytes)
        case .value: try scanValue(bytes, limits: limits)
        }
    }

    private mutating func scanMethod(_ bytes: Span<UInt8>) throws(WireError) -> Bool {
        let stop = min(bytes.count, Method.longestName + 1)
        var index = position
        while index < stop, Octets.isToken(bytes[index]) { index &+= 1 }
        position = index
        guard index <= Method.longestName else { throw .methodUnknown }
        guard index < bytes.count else { return false }
        guard bytes[index] == Octets.space, index > 0 else { throw .requestMalformed }
        methodEnd = index
        position += 1
        state = .target
        return true
    }

    private mutating func scanTarget(
        _ bytes: Span<UInt8>, limit: Int
    ) throws(WireError) -> Bool {
        let start = methodEnd + 1
        let stop = min(bytes.count, start + limit + 1)
        var index = position
        while index < stop, Octets.isTarget(bytes[index]) { index &+= 1 }
        position = index
        guard index - start <= limit else { throw .uriTooLong }
        guard index < bytes.count else { return false }
        guard bytes[index] == Octets.space, index > start else { throw .requestMalformed }
        targetEnd = index
        position += 1
        state = .version
        return true
    }

    private mutating func scanVersion(_ bytes: Span<UInt8>) throws(WireError) -> Bool {
        let line = bytes.extracting(position..<min(bytes.count, position + Self.versionLine.count))
        if !Self.isUsualVersion(line) {
            for index in line.indices where !Self.fitsVersion(line[index], at: index) {
                throw .requestMalformed
            }
            guard line.count == Self.versionLine.count else { return false }
        }
        guard line[Self.majorDigit] == Octets.zero + 1 else { throw .httpVersionUnsupported }
        minorVersion = Int(line[Self.minorDigit] - Octets.zero)
        position += line.count
        fieldsStart = position
        state = .lineStart
        entries.reserveCapacity(Self.usualFieldCount)
        return true
    }

    /// Whether this is `HTTP/1.1` and its line end, seen at once; octets of a word count from the lowest.
    private static func isUsualVersion(_ line: Span<UInt8>) -> Bool {
        line.count == versionLine.count && Octets.word(line.extracting(0..<8)) == 0x312e_312f_5054_5448
            && line[8] == Octets.carriageReturn && line[9] == Octets.lineFeed
    }

    /// Whether an octet of the version and its line end is right, apart from which digits there are.
    private static func fitsVersion(_ octet: UInt8, at index: Int) -> Bool {
        index == majorDigit || index == minorDigit
            ? Octets.isDigit(octet) : octet == versionLine[index]
    }

    private mutating func scanLineStart(_ bytes: Span<UInt8>) throws(WireError) -> Bool {
        guard position < bytes.count else { return false }
        guard bytes[position] == Octets.carriageReturn else {
            fieldStart = position
            state = .name
            return true
        }
        guard position + 1 < bytes.count else { return false }
        guard bytes[position + 1] == Octets.lineFeed else { throw .requestMalformed }
        position += 2
        isComplete = true
        return true
    }

    private mutating func scanName(_ bytes: Span<UInt8>) throws(WireError) -> Bool {
        var index = position
        while index < bytes.count, Octets.isToken(bytes[index]) { index &+= 1 }
        position = index
        guard index < bytes.count else { return false }
        guard bytes[index] == Octets.colon, index > fieldStart else { throw .requestMalformed }
        fieldEnd = index
        position += 1
        state = .valueStart
        return true
    }

    private mutating func scanBlanks(_ bytes: Span<UInt8>) -> Bool {
        while position < bytes.count, Octets.isBlank(bytes[position]) { position += 1 }
        guard position < bytes.count else { return false }
        valueStart = position
        state = .value
        return true
    }

    private mutating func scanValue(
        _ bytes: Span<UInt8>, limits: Limits
    ) throws(WireError) -> Bool {
        var index = Octets.endOfFieldValue(bytes, from: position, to: bytes.count)
        position = index
        guard index < bytes.count else { return false }
        guard bytes[index] == Octets.carriageReturn else { throw .requestMalformed }
        guard index + 1 < bytes.count else { return false }
        guard bytes[index + 1] == Octets.lineFeed else { throw .requestMalformed }
        guard entries.count < limits.fields else { throw .headersTooLarge }
        while index > valueStart, Octets.isBlank(bytes[index - 1]) { index -= 1 }
        appendEntry(valueEnd: index)
        position += 2
        state = .lineStart
        return true
    }

    private mutating func appendEntry(valueEnd: Int) {
        entries.append(
            Fields.Entry(
                nameStart: offset(fieldStart), nameEnd: offset(fieldEnd), valueStart: offset(valueStart),
                valueEnd: offset(valueEnd)))
    }

    /// A position in the field section; it cannot overflow, for a head has a limit.
    @inline(__always)
    private func offset(_ position: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: position &- fieldsStart)
    }
}
