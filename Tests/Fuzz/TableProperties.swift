import CSV
import Scharnier

@testable import ScharnierAPI

extension Property {
    /// Records that are read can be written and read again alike, and no octets make an import trap.
    static let tables = Property(name: "tables") { bytes in
        let separator = bytes.first.map { $0 % 2 == 0 } ?? true ? UInt8(ascii: ",") : UInt8(ascii: ";")
        let read = readable(bytes, separator)
        var writer = CSVWriter(separator: separator)
        for record in read where record.count > 0 {
            for position in 0..<record.count { writer.cell(record[position]) }
            writer.endRecord()
        }
        let again = try records(of: writer.bytes, separator)
        let kept = read.filter { $0.count > 0 }
        try require(again.count == kept.count, "\(kept.count) records become \(again.count)")
        for (one, other) in zip(kept, again) {
            try require(one.count == other.count, "another number of fields")
            for position in 0..<one.count {
                let same = CSVWriter.taken(other[position]).elementsEqual(one[position])
                try require(same, "another field")
            }
        }
        try readRows(bytes)
    }

    /// The records up to the first fault.
    private static func readable(_ bytes: [UInt8], _ separator: UInt8) -> [CSVRecord] {
        var reader = CSVReader(separator: separator)
        var records: [CSVRecord] = []
        for byte in bytes {
            do {
                if let record = try reader.read(byte) { records.append(record) }
            } catch {
                return records
            }
        }
        if let last = try? reader.finish() { records.append(last) }
        return records
    }

    private static func records(of bytes: [UInt8], _ separator: UInt8) throws -> [CSVRecord] {
        var reader = CSVReader(separator: separator)
        var records: [CSVRecord] = []
        for byte in bytes { if let record = try reader.read(byte) { records.append(record) } }
        try require(try reader.finish() == nil, "the last record is not ended")
        return records
    }

    /// An import of the octets, as a table and as lines, gives rows that are numbered upwards, or is refused.
    private static func readRows(_ bytes: [UInt8]) throws {
        for format in [ImportFile.Format.table(separator: nil), .lines] {
            guard let rows = try? ImportFile(bytes, format).rows() else { continue }
            var last = 0
            for row in rows {
                try require(row.number > last, "row \(row.number) behind \(last)")
                last = row.number
            }
        }
    }
}
