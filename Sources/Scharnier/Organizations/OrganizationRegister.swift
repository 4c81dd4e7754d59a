extension Organization {
    /// Where it stands in a public register.
    package struct Register: Equatable, Sendable {
        package enum Kind: String, CaseIterable, Sendable {
            case associations = "VR"
            case merchants = "HRA"
            case corporations = "HRB"
            case cooperatives = "GnR"
            case partnerships = "PR"
            case civilPartnerships = "GsR"
        }

        package var court: String
        package var kind: Kind
        package var number: String

        /// An entry in a register.
        package init(court: String, kind: Kind, number: String) {
            self.court = court
            self.kind = kind
            self.number = number
        }
    }
}

extension Organization.Register {
    /// What breaks the rules of domain.md §4.1.
    func violations() -> [Violation] {
        Violation.length(of: court, 1...100, at: "register/court")
            + Violation.length(of: number, 1...40, at: "register/number")
    }
}

extension Organization.Profile {
    /// The economic identification number has its form: `DE`, nine digits, a hyphen, five digits (§139c AO).
    var businessIDViolations: [Violation] {
        guard let businessID, !Self.isBusinessID(businessID.utf8) else { return [] }
        let text = Wording(
            "Eine W-IdNr. hat die Form DE123456789-00001.", "A W-IdNr. has the form DE123456789-00001.")
        return [.init("w_id_nr", .badFormat, text)]
    }

    private static func isBusinessID(_ text: String.UTF8View) -> Bool {
        let pattern = Array("DE#########-#####".utf8)
        return text.count == pattern.count
            && zip(text, pattern).allSatisfy { byte, wanted in
                wanted == UInt8(ascii: "#")
                    ? UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte : byte == wanted
            }
    }
}
