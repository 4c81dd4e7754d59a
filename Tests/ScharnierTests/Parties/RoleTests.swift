import Testing

@testable import Scharnier

@Suite struct RoleTests {
    /// domain.md §3.1: roles by kind of organisation.
    static let roles: [(Organization.Kind, Set<Role>)] = [
        (.cityUnit, [.cityAdmin, .cityReader, .areaOfficer, .monitor]), (.carrier, [.carrier]),
        (.school, [.carrier]), (.foundation, [.foundation]), (.company, [.company]), (.network, [.network]),
        (.intermediary, [.network]), (.portal, [.portal]),
    ]

    @Test(arguments: roles)
    func `a kind of organisation has its roles and no other`(kind: Organization.Kind, roles: Set<Role>) {
        #expect(Set(Role.allCases.filter { $0.fits(kind) }) == roles)
    }

    @Test func `every kind has a role, and nobody holds a token as the public`() {
        #expect(Self.roles.count == Organization.Kind.allCases.count)
        #expect(Organization.Kind.allCases.allSatisfy { !Role.public.fits($0) })
    }

    @Test(arguments: [
        ("organizations:read", "organizations:write"), ("contacts:read", "contacts:write"),
        ("needs:read", "needs:write"), ("offers:read", "offers:write"),
        ("introductions:read", "introductions:write"),
    ])
    func `writing implies reading, and not the reverse`(reading: String, writing: String) throws {
        let (read, write) = (try #require(Scope(rawValue: reading)), try #require(Scope(rawValue: writing)))
        #expect(read.implying == write)
        #expect(Set([write]).allow(read))
        #expect(!Set([read]).allow(write))
    }

    @Test func `no other scope implies anything`() {
        for held in Scope.allCases {
            for asked in Scope.allCases where asked != held {
                #expect(Set([held]).allow(asked) == (asked.implying == held), "\(held) \(asked)")
            }
        }
        #expect(Scope.organizationsVerify.implying == nil)
        #expect(!Set([Scope.organizationsVerify]).allow(.organizationsRead))
        #expect(!Set([Scope.organizationsVerify]).allow(.organizationsWrite))
        #expect(Scope.suggestionsRead.implying == nil)
        #expect(Scope.feedRead.implying == nil)
    }

    @Test func `no scope allows nothing`() {
        #expect(Scope.allCases.allSatisfy { !Set<Scope>().allow($0) })
        #expect(Scope.allCases.allSatisfy { Set(Scope.allCases).allow($0) })
    }
}
