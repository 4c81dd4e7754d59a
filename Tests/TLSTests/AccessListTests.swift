import Testing

@testable import TLS

@Suite struct AccessListTests {
    private static let noID: UInt32 = .max

    @Test func `a list that names only the service's user, as systemd makes it, is no exposure`() {
        let list = Self.list([
            (1, 4, Self.noID), (2, 4, 61_000), (4, 0, Self.noID), (16, 4, Self.noID), (32, 0, Self.noID),
        ])
        #expect(list?.isReadable(besides: 61_000) == false)
        #expect(list?.isReadable(besides: 61_001) == true)
    }

    @Test(
        arguments: [
            // The owning group, a named group, another user, everybody.
            [(1, 4, noID), (4, 4, noID), (16, 4, noID), (32, 0, noID)],
            [(1, 4, noID), (4, 0, noID), (8, 4, 7), (16, 4, noID), (32, 0, noID)],
            [(1, 4, noID), (2, 4, 1), (4, 0, noID), (16, 4, noID), (32, 0, noID)],
            [(1, 4, noID), (4, 0, noID), (16, 0, noID), (32, 4, noID)],
        ] as [[(UInt16, UInt16, UInt32)]])
    func `whoever else may read is an exposure`(entries: [(UInt16, UInt16, UInt32)]) {
        #expect(Self.list(entries)?.isReadable(besides: 0) == true)
    }

    @Test func `what the mask takes away is not granted`() {
        let list = Self.list([
            (1, 4, Self.noID), (8, 4, 7), (4, 4, Self.noID), (16, 0, Self.noID), (32, 0, Self.noID),
        ])
        #expect(list?.isReadable(besides: 0) == false)
    }

    @Test(arguments: [
        [], [2, 0, 0], [3, 0, 0, 0], [2, 0, 0, 0, 1, 0, 4], [2, 0, 0, 0, 3, 0, 4, 0, 0, 0, 0, 0],
    ])
    func `anything else is no list`(octets: [UInt8]) {
        #expect(AccessList(octets) == nil)
    }

    private static func list(_ entries: [(UInt16, UInt16, UInt32)]) -> AccessList? {
        AccessList(
            entries.reduce(into: octets(2, count: 4)) { list, entry in
                list += octets(UInt32(entry.0), count: 2)
                list += octets(UInt32(entry.1), count: 2)
                list += octets(entry.2, count: 4)
            })
    }

    private static func octets(_ number: UInt32, count: UInt32) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
