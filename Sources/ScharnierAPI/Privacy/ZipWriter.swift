import Digest

/// Writes a ZIP file whose members are stored as they are (PKWARE APPNOTE 6.3.10, method 0).
///
/// Times are left out, so that equal contents are equal files; names are ASCII.
struct ZipWriter {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    /// 1 January 1980, the first day that the format knows (APPNOTE §4.4.6).
    private static let day: UInt16 = 0x21

    /// The version that is needed for stored members (APPNOTE §4.4.3).
    private static let version: UInt16 = 10

    /// Adds a member of less than 4 GiB.
    mutating func add(_ name: String, _ content: [UInt8]) {
        let start = UInt32(truncatingIfNeeded: bytes.count)
        let facts = facts(of: name, content)
        bytes += UInt32(0x0403_4b50).littleEndianBytes + facts + Array(name.utf8) + content
        directory += UInt32(0x0201_4b50).littleEndianBytes + Self.version.littleEndianBytes + facts
        // No remark, the first disk, no attributes.
        directory += [UInt8](repeating: 0, count: 10) + start.littleEndianBytes + Array(name.utf8)
        count += 1
    }

    /// The whole file.
    func finished() -> [UInt8] {
        let start = UInt32(truncatingIfNeeded: bytes.count)
        let size = UInt32(truncatingIfNeeded: directory.count)
        var end = UInt32(0x0605_4b50).littleEndianBytes
        // One disk, the first.
        end += [0, 0, 0, 0]
        end += count.littleEndianBytes
        end += count.littleEndianBytes
        end += size.littleEndianBytes
        end += start.littleEndianBytes
        end += [0, 0]
        return bytes + directory + end
    }

    /// What local header and directory say alike, from the version needed to the length of the extra field.
    private func facts(of name: String, _ content: [UInt8]) -> [UInt8] {
        let size = UInt32(truncatingIfNeeded: content.count).littleEndianBytes
        var facts = Self.version.littleEndianBytes
        // No flags, stored, no time of day.
        facts += [0, 0, 0, 0, 0, 0]
        facts += Self.day.littleEndianBytes
        facts += crc32(content).littleEndianBytes
        facts += size
        facts += size
        facts += UInt16(truncatingIfNeeded: name.utf8.count).littleEndianBytes
        facts += [0, 0]
        return facts
    }
}

extension FixedWidthInteger {
    /// Its bytes, the least one first.
    fileprivate var littleEndianBytes: [UInt8] {
        (0..<Self.bitWidth / 8).map { UInt8(truncatingIfNeeded: self >> Self($0 * 8)) }
    }
}
