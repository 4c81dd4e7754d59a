/// Who may read a file, from its POSIX access control list (acl(5)).
///
/// With a list, the group bits of the mode are only an upper bound: systemd hands credentials to a service as
/// files of root with mode 0440 and a list that names the service's user alone.
struct AccessList {
    private static let version: UInt32 = 2
    private static let entrySize = 8
    private static let read: UInt16 = 4

    /// The tags of linux/posix_acl.h.
    private enum Tag: UInt16 {
        case owner = 1
        case user = 2
        case owningGroup = 4
        case group = 8
        case mask = 16
        case other = 32
    }

    private struct Entry {
        var tag: Tag
        var permits: UInt16
        var id: UInt32
    }

    private let entries: [Entry]

    /// The list in the octets of the attribute `system.posix_acl_access`; `nil` for anything else.
    init?(_ octets: [UInt8]) {
        guard octets.count >= 4, octets.count % Self.entrySize == 4,
            Self.number(octets[0..<4]) == Self.version
        else { return nil }
        var entries: [Entry] = []
        for start in stride(from: 4, to: octets.count, by: Self.entrySize) {
            guard let tag = Tag(rawValue: UInt16(Self.number(octets[start..<start + 2]))) else { return nil }
            let permits = UInt16(Self.number(octets[start + 2..<start + 4]))
            entries.append(
                Entry(tag: tag, permits: permits, id: Self.number(octets[start + 4..<start + 8])))
        }
        self.entries = entries
    }

    /// Whether somebody besides the owner and `user` may read.
    func isReadable(besides user: UInt32) -> Bool {
        let mask = entries.first { $0.tag == .mask }?.permits ?? .max
        return entries.contains { entry in
            switch entry.tag {
            case .owner, .mask: false
            case .user: entry.id != user && entry.permits & mask & Self.read != 0
            case .owningGroup, .group: entry.permits & mask & Self.read != 0
            case .other: entry.permits & Self.read != 0
            }
        }
    }

    /// Little-endian on every machine.
    private static func number(_ octets: ArraySlice<UInt8>) -> UInt32 {
        octets.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
}
