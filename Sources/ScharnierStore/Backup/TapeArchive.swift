import SQLite

/// Files one behind the other, as `tar` reads them (POSIX.1-2017, pax, "ustar Interchange Format").
struct TapeArchive {
    /// The unit in which everything is written.
    private static let block = 512

    /// Octets up to which a size can be said in the eleven octal digits that there are for it: 8 GiB.
    static let largestFile = 1 << 33

    /// Takes what is written.
    let output: (ArraySlice<UInt8>) throws -> Void

    /// Writes a file of this name, readable for its owner alone.
    ///
    /// - Throws: ``BackupFault`` for a file that is too large, `SystemError`, or what `output` throws.
    func add(_ file: OpenedFile, named name: String, changedAt seconds: Int64) throws {
        let size = try file.size()
        guard size < Self.largestFile else { throw BackupFault(.tooLarge, name) }
        try output(Self.header(name, size, seconds)[...])
        try file.read(output)
        try output([UInt8](repeating: 0, count: -size & (Self.block - 1))[...])
    }

    /// Writes the two empty blocks that end an archive.
    func end() throws {
        try output([UInt8](repeating: 0, count: 2 * Self.block)[...])
    }

    private static func header(_ name: String, _ size: Int, _ seconds: Int64) -> [UInt8] {
        var fields: [UInt8] = []
        fields += padded(name, to: 100)
        fields += octal(0o600, digits: 7) + octal(0, digits: 7) + octal(0, digits: 7)
        fields += octal(size, digits: 11) + octal(Int(seconds), digits: 11)
        // The sum is over the header with blanks in the place of the sum.
        let sum = fields.count..<fields.count + 8
        fields += padded("        0", to: 109)
        fields += padded("ustar", to: 6) + Array("00".utf8)
        fields += [UInt8](repeating: 0, count: block - fields.count)
        let octets = fields.reduce(0) { $0 + Int($1) }
        fields.replaceSubrange(sum, with: octal(octets, digits: 6) + Array(" ".utf8))
        return fields
    }

    private static func padded(_ text: String, to count: Int) -> [UInt8] {
        let bytes = Array(text.utf8)
        return bytes + [UInt8](repeating: 0, count: count - bytes.count)
    }

    /// A number in octal digits, ended by a zero octet.
    private static func octal(_ number: Int, digits: Int) -> [UInt8] {
        let text = String(number, radix: 8)
        return Array((String(repeating: "0", count: digits - text.count) + text).utf8) + [0]
    }
}
