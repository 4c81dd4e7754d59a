import Foundation

/// What a power cut leaves of files whose writes are in the journal of the fault library.
///
/// All that no sync made durable is undone; then single sectors of it may come back, in the order of the writes, as
/// a disk may have written them of its own accord.
struct PowerCut {
    /// The octets that a disk writes as a whole.
    fileprivate static let sector = 512

    private var names: [String] = []
    private var pending: [Int: [Change]] = [:]

    /// How many changes no sync made durable.
    var lostCount: Int { pending.values.map(\.count).reduce(0, +) }

    fileprivate struct Change {
        let offset: UInt64
        let sizeBefore: UInt64
        let old: Data
        /// Nil where the file was cut off at `offset`.
        let new: Data?
    }

    /// Reads a journal.
    init(journal path: String) throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        var reader = JournalReader(bytes: bytes)
        while let record = reader.next() {
            switch record.kind {
            case 0: names.append(String(decoding: record.new, as: UTF8.self))
            case 2: pending[record.name] = nil
            case let kind:
                pending[record.name, default: []].append(
                    Change(
                        offset: UInt64(record.offset), sizeBefore: UInt64(record.size), old: record.old,
                        new: kind == 1 ? record.new : nil))
            }
        }
    }

    /// Undoes what is not durable; `survives` tells for each sector of it whether it comes back.
    func strike(keeping survives: () -> Bool) throws {
        for (number, changes) in pending {
            guard let file = FileHandle(forUpdatingAtPath: names[number]) else { continue }
            for change in changes.reversed() { try change.undo(in: file) }
            for change in changes { try change.redo(in: file, keeping: survives) }
            try file.close()
        }
        for name in names { try? FileManager.default.removeItem(atPath: "\(name)-shm") }
    }
}

extension PowerCut.Change {
    fileprivate func undo(in file: FileHandle) throws {
        try file.seek(toOffset: offset)
        try file.write(contentsOf: old)
        try file.truncate(atOffset: sizeBefore)
    }

    fileprivate func redo(in file: FileHandle, keeping survives: () -> Bool) throws {
        guard let new else {
            if survives() { try file.truncate(atOffset: offset) }
            return
        }
        var start = 0
        while start < new.count {
            let inSector = PowerCut.sector - Int(offset + UInt64(start)) % PowerCut.sector
            let end = min(start + inSector, new.count)
            if survives() {
                try file.seek(toOffset: offset + UInt64(start))
                try file.write(contentsOf: new[new.startIndex + start..<new.startIndex + end])
            }
            start = end
        }
    }
}

/// Takes the records of a journal apart (struct record in FaultShim.c).
private struct JournalReader {
    struct Record {
        let kind: Int64
        let name: Int
        let offset: Int64
        let size: Int64
        let old: Data
        let new: Data
    }

    let bytes: Data
    private var at = 0

    init(bytes: Data) { self.bytes = bytes }

    /// The next record; nil at the end, or where the process was killed while it wrote one.
    mutating func next() -> Record? {
        guard at + 48 <= bytes.count else { return nil }
        let numbers = (0..<6).map { number(at + $0 * 8) }
        let old = at + 48
        let new = old + Int(numbers[4])
        let end = new + Int(numbers[5])
        guard end <= bytes.count else { return nil }
        at = end
        return Record(
            kind: numbers[0], name: Int(numbers[1]), offset: numbers[2], size: numbers[3],
            old: bytes[old..<new], new: bytes[new..<end])
    }

    private func number(_ offset: Int) -> Int64 {
        bytes[offset..<offset + 8].reversed().reduce(0) { $0 << 8 | Int64($1) }
    }
}
