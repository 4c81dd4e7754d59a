extension RequestParser {
    /// RFC 9112 §2.2 asks for at least one; some old clients send one after each body.
    private static var toleratedEmptyLines: Int { 2 }

    /// Reads on in the head; nothing of it counts as used before it is complete.
    mutating func advanceHead(
        over bytes: ArraySlice<UInt8>, used: inout Int
    ) throws(WireError) -> Progress {
        if !scanner.hasBegun, try !skipEmptyLines(bytes.span, &used) { return .incomplete }
        let head = bytes.dropFirst(used)
        guard try scanner.advance(over: head.span, limits: limits) else { return .incomplete }
        used += scanner.position
        return try read(head, isLast: used == bytes.count)
    }

    /// Passes over empty lines before the request line; they are used up at once, and the connection stays idle.
    ///
    /// - Returns: Whether a head follows.
    private mutating func skipEmptyLines(_ bytes: Span<UInt8>, _ used: inout Int) throws(WireError) -> Bool {
        while used < bytes.count, bytes[used] == Octets.carriageReturn {
            guard used + 1 < bytes.count else { return false }
            guard bytes[used + 1] == Octets.lineFeed, emptyLines < Self.toleratedEmptyLines else {
                throw .requestMalformed
            }
            emptyLines += 1
            used += 2
        }
        return used < bytes.count
    }

    /// Interprets a complete head; `isLast` when nothing came with it.
    private mutating func read(_ head: ArraySlice<UInt8>, isLast: Bool) throws(WireError) -> Progress {
        let control = ControlFields(head.span.extracting(scanner.fieldsRange), scanner.entries)
        let fields = takeFields(from: head)
        method = Method(head[scanner.methodRange.shifted(by: head.startIndex)])
        do throws(WireError) {
            let target = try Target(head[scanner.targetRange.shifted(by: head.startIndex)], for: method)
            let method = try check(control, target, in: head)
            let minorVersion = scanner.minorVersion
            return begin(
                Request(
                    method: method, target: target, minorVersion: minorVersion, fields: fields,
                    origin: origin,
                    keepsAlive: method != .connect && control.keepsAlive(minorVersion: minorVersion)),
                expectsContinue: control.expectationCount > 0 && minorVersion > 0 && isLast)
        } catch {
            refusedFields = fields
            throw error
        }
    }

    private mutating func takeFields(from bytes: ArraySlice<UInt8>) -> Fields {
        Fields(
            bytes: Array(bytes[scanner.fieldsRange.shifted(by: bytes.startIndex)]),
            entries: scanner.takeEntries())
    }

    /// Checks what the syntax alone does not: host, framing, method, expectation.
    private mutating func check(
        _ control: ControlFields, _ target: Target, in head: ArraySlice<UInt8>
    ) throws(WireError) -> Method {
        let section = head.span.extracting(scanner.fieldsRange)
        try Self.checkHost(control, target, in: section, minorVersion: scanner.minorVersion)
        framing = try BodyFraming(control, in: section, minorVersion: scanner.minorVersion)
        guard let method else { throw .methodUnknown }
        try Self.checkExpectation(control, in: section, minorVersion: scanner.minorVersion)
        return method
    }

    private mutating func begin(
        _ request: consuming Request, expectsContinue: Bool
    ) -> Progress {
        scanner = HeadScanner()
        emptyLines = 0
        if framing == .length(0) { return finish(request) }
        current = consume request
        hasBegunBody = false
        return .head(wantsContinue: expectsContinue)
    }

    /// Hands a request over; the last of a connection ends the reading (RFC 9112 §9.6).
    ///
    /// Octets after it were sent before the client could know an answer, and are never taken for a request. For
    /// `CONNECT` they would be those of a tunnel that is not made (RFC 9931).
    mutating func finish(_ request: consuming Request) -> Progress {
        isClosed = !request.keepsAlive
        return .request(request)
    }

    /// Exactly one valid `Host`, also beside an absolute target (RFC 9112 §3.2); HTTP/1.0 may do without.
    ///
    /// RFC 9112 §3.2.2 lets the absolute target win. A client must make both the same (§3.2), so one that
    /// differs is an attempt to be read in two ways, and is refused.
    private static func checkHost(
        _ control: ControlFields, _ target: Target, in section: Span<UInt8>, minorVersion: Int
    ) throws(WireError) {
        if control.hostCount == 0, minorVersion == 0 { return }
        guard control.hostCount == 1, target.agrees(with: section.extracting(control.host)) else {
            throw .hostInvalid
        }
    }

    /// An expectation in HTTP/1.0 is ignored (RFC 9110 §10.1.1).
    private static func checkExpectation(
        _ control: ControlFields, in section: Span<UInt8>, minorVersion: Int
    ) throws(WireError) {
        guard control.expectationCount > 0, minorVersion > 0 else { return }
        let expectation = section.extracting(control.expectation)
        guard control.expectationCount == 1, Octets.matches(expectation, keyword: "100-continue") else {
            throw .expectationFailed
        }
    }
}

extension Range<Int> {
    fileprivate func shifted(by offset: Int) -> Range<Int> {
        lowerBound + offset..<upperBound + offset
    }
}
