extension AuditEntry {
    /// As what somebody acted: in the role of a token, or as the machine's operator, whom no token can make.
    package enum Actor: Hashable, Sendable {
        case role(Role)
        case `operator`
    }
}

extension AuditEntry.Actor: RawRepresentable {
    private static let operatorWord = "operator"

    package init?(rawValue: String) {
        if rawValue == Self.operatorWord {
            self = .operator
        } else {
            guard let role = Role(rawValue: rawValue) else { return nil }
            self = .role(role)
        }
    }

    package var rawValue: String {
        switch self {
        case .role(let role): role.rawValue
        case .operator: Self.operatorWord
        }
    }
}
