/// The syntax of chunk extensions (RFC 9112 §7.1.1): checked, because a lenient reading here is how two servers
/// come to disagree about where a message ends; their content is ignored.
struct ChunkExtensions {
    private enum State {
        case beforeSemicolon, beforeName, name, afterName, beforeValue, token, quoted, escaped, afterValue
    }

    private var state = State.beforeSemicolon
    private var isBlankPending = false

    /// Whether the line may end here: not within an extension and not after a blank.
    var mayEnd: Bool {
        switch state {
        case .name, .token, .afterValue: !isBlankPending
        default: false
        }
    }

    /// Takes the next octet before the line end; `false` when it cannot stand there.
    mutating func accepts(_ octet: UInt8) -> Bool {
        isBlankPending = Octets.isBlank(octet)
        switch state {
        case .quoted, .escaped: return acceptsQuoted(octet)
        case _ where isBlankPending: return acceptsBlank()
        case .beforeSemicolon, .afterValue:
            state = .beforeName
            return octet == Octets.semicolon
        case .beforeName:
            state = .name
            return Octets.isToken(octet)
        case .name where Octets.isToken(octet), .token where Octets.isToken(octet): return true
        case .name, .afterName: return acceptsAfterName(octet)
        case .beforeValue where octet == Octets.quote:
            state = .quoted
            return true
        case .beforeValue:
            state = .token
            return Octets.isToken(octet)
        case .token:
            state = .beforeName
            return octet == Octets.semicolon
        }
    }

    private mutating func acceptsAfterName(_ octet: UInt8) -> Bool {
        state = octet == Octets.equals ? .beforeValue : .beforeName
        return octet == Octets.equals || octet == Octets.semicolon
    }

    private mutating func acceptsBlank() -> Bool {
        if state == .name { state = .afterName }
        if state == .token { state = .afterValue }
        return true
    }

    private mutating func acceptsQuoted(_ octet: UInt8) -> Bool {
        if state == .escaped {
            state = .quoted
        } else if octet == Octets.backslash {
            state = .escaped
        } else if octet == Octets.quote {
            state = .afterValue
        }
        return Octets.isFieldValue(octet)
    }
}
