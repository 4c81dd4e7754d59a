/// A registered request method (IANA HTTP Method Registry, RFC 9110 §16.1).
///
/// A method that is here but not offered is answered 405, one that is not here 501. Names are case-sensitive
/// (RFC 9110 §9.1).
package enum Method: String, Hashable, Sendable, CaseIterable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
    case head = "HEAD"
    case options = "OPTIONS"
    case trace = "TRACE"
    case connect = "CONNECT"
    case acl = "ACL"
    case baselineControl = "BASELINE-CONTROL"
    case bind = "BIND"
    case checkIn = "CHECKIN"
    case checkOut = "CHECKOUT"
    case copy = "COPY"
    case label = "LABEL"
    case link = "LINK"
    case lock = "LOCK"
    case merge = "MERGE"
    case makeActivity = "MKACTIVITY"
    case makeCalendar = "MKCALENDAR"
    case makeCollection = "MKCOL"
    case makeRedirectReference = "MKREDIRECTREF"
    case makeWorkspace = "MKWORKSPACE"
    case move = "MOVE"
    case orderPatch = "ORDERPATCH"
    case pri = "PRI"
    case propertyFind = "PROPFIND"
    case propertyPatch = "PROPPATCH"
    case query = "QUERY"
    case rebind = "REBIND"
    case report = "REPORT"
    case search = "SEARCH"
    case unbind = "UNBIND"
    case uncheckOut = "UNCHECKOUT"
    case unlink = "UNLINK"
    case unlock = "UNLOCK"
    case update = "UPDATE"
    case updateRedirectReference = "UPDATEREDIRECTREF"
    case versionControl = "VERSION-CONTROL"

    /// The longest name above; a longer token is unknown before its end is seen (RFC 9112 §3).
    static let longestName = 17

    /// The name as it stands in the request line.
    package var name: String { rawValue }

    /// The method with exactly this name, if it is registered.
    package init?(_ name: ArraySlice<UInt8>) {
        switch Self.number(name) {
        case 0x47_4554: self = .get
        case 0x50_4f53_54: self = .post
        default:
            guard let method = Self.registered.first(where: { $0.name.utf8.elementsEqual(name) }) else {
                return nil
            }
            self = method
        }
    }

    private static let registered = allCases

    /// The octets of a short name as one number, so that the commonest are told apart at once.
    private static func number(_ name: ArraySlice<UInt8>) -> UInt64 {
        guard name.count <= 8 else { return 0 }
        let octets = name.span
        var number: UInt64 = 0
        for index in octets.indices { number = number << 8 | UInt64(octets[index]) }
        return number
    }
}
