/// Decodes the chunked transfer coding (RFC 9112 §7.1), octet by octet where the grammar is, in runs where data is.
struct ChunkedBody {
    private enum State {
        case sizeStart, size, extensions, sizeEnd, dataReturn, dataLineFeed
        case trailerStart, trailerName, trailerValue, trailerLineFeed, endLineFeed
    }

    /// 16 hexadecimal digits are 64 bits; more are never needed, leading zeros or not.
    private static let sizeDigits = 15

    private var state = State.sizeStart
    private var digits = 0
    /// Octets of the current chunk that are still to come.
    private var size = 0
    private var isComplete = false
    private var extensions = ChunkExtensions()
    private var extensionLength = 0
    private var trailerLength = 0
    private var trailerCount = 0

    /// Decodes as much as there is and appends the content to `body`.
    ///
    /// - Returns: Whether the message is complete; `used` is then its length in `bytes`.
    mutating func advance(
        over bytes: ArraySlice<UInt8>, used: inout Int, into body: inout [UInt8], limits: Limits
    ) throws(WireError) -> Bool {
        let octets = bytes.span
        var index = 0
        while index < octets.count, !isComplete {
            if state == .dataReturn, size > 0 {
                let length = min(size, octets.count - index)
                let start = bytes.startIndex + index
                body.append(contentsOf: bytes[start..<start + length])
                size -= length
                index += length
            } else {
                try take(octets[index], bodyLength: body.count, limits: limits)
                index += 1
            }
        }
        used = index
        return isComplete
    }

    private mutating func take(_ octet: UInt8, bodyLength: Int, limits: Limits) throws(WireError) {
        switch state {
        case .sizeStart, .size: try takeSize(octet, limits)
        case .extensions: try takeExtension(octet, limits)
        case .sizeEnd:
            try expect(octet, Octets.lineFeed)
            try beginChunk(bodyLength: bodyLength, limits)
        case .dataReturn:
            try expect(octet, Octets.carriageReturn)
            state = .dataLineFeed
        case .dataLineFeed:
            try expect(octet, Octets.lineFeed)
            (state, digits) = (.sizeStart, 0)
        case .trailerStart, .trailerName, .trailerValue, .trailerLineFeed: try takeTrailer(octet, limits)
        case .endLineFeed:
            try expect(octet, Octets.lineFeed)
            isComplete = true
        }
    }

    private func expect(_ octet: UInt8, _ wanted: UInt8) throws(WireError) {
        guard octet == wanted else { throw .framingInvalid }
    }

    private mutating func takeSize(_ octet: UInt8, _ limits: Limits) throws(WireError) {
        if let digit = Octets.hexadecimal(octet) {
            guard digits < Self.sizeDigits else { throw .framingInvalid }
            size = size << 4 | Int(digit)
            digits += 1
            state = .size
        } else if state == .sizeStart {
            throw .framingInvalid
        } else if octet == Octets.carriageReturn {
            state = .sizeEnd
        } else {
            extensions = ChunkExtensions()
            state = .extensions
            try takeExtension(octet, limits)
        }
    }

    private mutating func takeExtension(_ octet: UInt8, _ limits: Limits) throws(WireError) {
        if octet == Octets.carriageReturn {
            guard extensions.mayEnd else { throw .framingInvalid }
            state = .sizeEnd
            return
        }
        extensionLength += 1
        guard extensionLength <= limits.chunkExtensions, extensions.accepts(octet) else {
            throw .framingInvalid
        }
    }

    private mutating func beginChunk(bodyLength: Int, _ limits: Limits) throws(WireError) {
        if size == 0 {
            state = .trailerStart
        } else {
            guard size <= limits.body - bodyLength else { throw .contentTooLarge }
            state = .dataReturn
        }
    }

    /// Checks the trailer section and drops it, as RFC 9110 §6.5.1 permits: nothing in it is ever believed.
    private mutating func takeTrailer(_ octet: UInt8, _ limits: Limits) throws(WireError) {
        trailerLength += 1
        guard trailerLength <= limits.head else { throw .headersTooLarge }
        switch state {
        case .trailerStart where octet == Octets.carriageReturn: state = .endLineFeed
        case .trailerStart where Octets.isToken(octet):
            trailerCount += 1
            guard trailerCount <= limits.fields else { throw .headersTooLarge }
            state = .trailerName
        case .trailerName where octet == Octets.colon: state = .trailerValue
        case .trailerName where Octets.isToken(octet): break
        case .trailerValue where octet == Octets.carriageReturn: state = .trailerLineFeed
        case .trailerValue where Octets.isFieldValue(octet): break
        case .trailerLineFeed where octet == Octets.lineFeed: state = .trailerStart
        default: throw .requestMalformed
        }
    }
}
