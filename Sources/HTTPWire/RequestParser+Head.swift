extension RequestParser {
    /// Reads on in the head; nothing counts as used before it is complete.
    mutating func advanceHead(
        over bytes: ArraySlice<UInt8>, used: inout Int
    ) throws(WireError) -> Progress {
        guard try scanner.advance(over: bytes.span, limits: limits) else { return .incomplete }
        used = scanner.position
        let control = ControlFields(bytes.span.extracting(scanner.fieldsRange), scanner.entries)
        let fields = takeFields(from: bytes)
        method = Method(bytes[scanner.methodRange.shifted(by: bytes.startIndex)])
        do throws(WireError) {
            let target = try Target(bytes[scanner.targetRange.shifted(by: bytes.startIndex)], for: method)
            let method = try check(control, in: bytes.span.extracting(scanner.fieldsRange))
            let minorVersion = scanner.minorVersion
            return begin(
                Request(
                    method: method, target: target, minorVersion: minorVersion, fields: fields,
                    origin: origin,
                    keepsAlive: control.keepsAlive(minorVersion: minorVersion)),
                expectsContinue: control.expectationCount > 0 && minorVersion > 0 && used == bytes.count)
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
        _ control: ControlFields, in section: Span<UInt8>
    ) throws(WireError) -> Method {
        try Self.checkHost(control, in: section, minorVersion: scanner.minorVersion)
        framing = try BodyFraming(control, in: section, minorVersion: scanner.minorVersion)
        guard let method else { throw .methodUnknown }
        try Self.checkExpectation(control, in: section, minorVersion: scanner.minorVersion)
        return method
    }

    private mutating func begin(
        _ request: consuming Request, expectsContinue: Bool
    ) -> Progress {
        scanner = HeadScanner()
        if framing == .none || framing == .length(0) { return .request(request) }
        current = consume request
        phase = .awaitingBody
        return .head(wantsContinue: expectsContinue)
    }

    /// Exactly one valid `Host`, also beside an absolute target (RFC 9112 §3.2); HTTP/1.0 may do without.
    private static func checkHost(
        _ control: ControlFields, in section: Span<UInt8>, minorVersion: Int
    ) throws(WireError) {
        if control.hostCount == 0, minorVersion == 0 { return }
        guard control.hostCount == 1, Authority.parts(of: section.extracting(control.host)) != nil else {
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
