/// What is wrong with a request that cannot be handed to the application; the connection closes after it.
package enum WireError: Error, Hashable, Sendable, CaseIterable {
    /// Request line, target or field syntax (RFC 9112 §3, §5).
    case requestMalformed
    /// The length of the content is ambiguous, or a chunk is broken (RFC 9112 §6.3, §7.1).
    case framingInvalid
    /// No, several or an impossible `Host` (RFC 9112 §3.2).
    case hostInvalid
    /// Head or content did not arrive in time (RFC 9110 §15.5.9).
    case requestTimeout
    /// The content is over its limit (RFC 9110 §15.5.14).
    case contentTooLarge
    /// The target is over its limit (RFC 9110 §15.5.15).
    case uriTooLong
    /// An expectation other than `100-continue` (RFC 9110 §15.5.18).
    case expectationFailed
    /// `Host` is a name that this server does not have (RFC 9110 §15.5.20); found by the application.
    case misdirectedRequest
    /// The field section is over its limits (RFC 6585 §5).
    case headersTooLarge
    /// Not a registered method (RFC 9110 §15.6.2).
    case methodUnknown
    /// A transfer coding other than `chunked` (RFC 9112 §6.1).
    case transferCodingUnknown
    /// A major version other than 1 (RFC 9110 §15.6.6).
    case httpVersionUnsupported
}

extension WireError {
    /// The stable name that clients switch on.
    package var code: String {
        switch self {
        case .requestMalformed: "request_malformed"
        case .framingInvalid: "framing_invalid"
        case .hostInvalid: "host_invalid"
        case .requestTimeout: "request_timeout"
        case .contentTooLarge: "content_too_large"
        case .uriTooLong: "uri_too_long"
        case .expectationFailed: "expectation_failed"
        case .misdirectedRequest: "misdirected_request"
        case .headersTooLarge: "headers_too_large"
        case .methodUnknown: "method_unknown"
        case .transferCodingUnknown: "transfer_coding_unknown"
        case .httpVersionUnsupported: "http_version_unsupported"
        }
    }

    /// The status code, 400…505.
    package var status: Int {
        switch self {
        case .requestMalformed, .framingInvalid, .hostInvalid: 400
        case .requestTimeout: 408
        case .contentTooLarge: 413
        case .uriTooLong: 414
        case .expectationFailed: 417
        case .misdirectedRequest: 421
        case .headersTooLarge: 431
        case .methodUnknown, .transferCodingUnknown: 501
        case .httpVersionUnsupported: 505
        }
    }
}
