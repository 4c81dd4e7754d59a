import Testing

@testable import Scharnier

@Suite struct OrganizationRepositoryTests {
    private let profile = Organization.Profile(name: "Nachbarschaft Nordmarkt")

    private func violations(_ change: (inout Organization.Profile) -> Void) -> [Violation] {
        var changed = profile
        change(&changed)
        return changed.violations()
    }

    @Test func `a name is all it takes`() {
        #expect(profile.violations().isEmpty)
    }

    @Test func `texts have their limits`() {
        expectLength(2...200, at: "name") { text in violations { $0.name = text } }
        expectLength(1...60, at: "short_name") { text in violations { $0.shortName = text } }
        expectLength(1...120, at: "seat/street") { text in violations { $0.seat = .init(street: text) } }
        expectLength(1...120, at: "seat/city") { text in violations { $0.seat = .init(city: text) } }
        expectLength(0...4000, at: "profile") { text in violations { $0.text = text } }
        expectLength(8...500, at: "website") { text in
            violations {
                $0.website =
                    text.unicodeScalars.count < 8
                    ? text : "https://" + String(text.unicodeScalars.dropFirst(8))
            }
        }
        expectLength(0...120, at: "tax_status/tax_office") { text in
            violations { $0.taxStatus = .init(basis: .none, taxOffice: text) }
        }
    }

    @Test(arguments: ["javascript:alert(1)", "ftp://example.org", "example.org/x", "https://a b"])
    func `a website is the address of a page`(text: String) {
        #expect(violations { $0.website = text }.short == ["website bad_format"])
    }

    @Test func `lists have their limits`() {
        expectCount(upTo: 12, at: "topics") { list in violations { $0.topics = list } }
        expectCount(upTo: 12, at: "target_groups") { list in violations { $0.targetGroups = list } }
        expectCount(upTo: 20, at: "languages") { list in violations { $0.languages = list } }
        #expect(violations { $0.activeAreas = (1...60).map { .numbered($0) } }.isEmpty)
        #expect(
            violations { $0.activeAreas = (1...61).map { .numbered($0) } }.short == [
                "active_area_ids too_many"
            ])
    }

    @Test(arguments: ["44137", "00000", "99999", "01067"])
    func `a postal code has five digits`(code: String) {
        #expect(violations { $0.seat = .init(postalCode: code) }.isEmpty)
    }

    @Test(arguments: ["", "4413", "441377", "4413a", "44 37", "D-441", "４４１３７", "-4413"])
    func `anything else is no postal code`(code: String) {
        #expect(violations { $0.seat = .init(postalCode: code) }.short == ["seat/postal_code bad_format"])
    }
}
