import CSV
import Testing

@Suite struct CSVWriterTests {
    private func written(_ cells: [String], separator: Character = ",") -> String {
        var writer = CSVWriter(separator: separator.asciiValue ?? 0)
        for cell in cells { writer.cell(cell.utf8) }
        writer.endRecord()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func `cells stand in quotes only where they must`() {
        #expect(written(["a", "", "b c", "d,e", "f\"g", "h\ni"]) == "a,,b c,\"d,e\",\"f\"\"g\",\"h\ni\"\r\n")
        #expect(written(["a,b", "c;d"], separator: ";") == "a,b;\"c;d\"\r\n")
    }

    @Test(arguments: ["=1+1", "+49", "-1", "@SUM(A1)", "\t=1", "\r=1"])
    func `no spreadsheet takes a cell for a formula`(_ cell: String) {
        let line = written([cell])
        #expect(line.first == "'" || line.hasPrefix("\"'"))
    }

    @Test func `what follows the first cell belongs to its record`() {
        var writer = CSVWriter()
        for cell in ["", "a"] { writer.cell(cell.utf8) }
        writer.endRecord()
        let first = writer.take()
        writer.cell("b".utf8)
        writer.endRecord()
        #expect(first == Array(",a\r\n".utf8))
        #expect(writer.bytes == Array("b\r\n".utf8))
    }

    /// Every cell of up to four of the octets that matter comes back as it was.
    @Test func `what is written is read again`() throws {
        let alphabet = Array("a='-,;\"\r\n\t".utf8)
        for separator in [UInt8(ascii: ","), UInt8(ascii: ";")] {
            for code in 0..<10_000 {
                let cell = (0..<code % 5).map { alphabet[code / 5 / [1, 10, 100, 1000][$0] % 10] }
                var writer = CSVWriter(separator: separator)
                writer.cell(cell)
                writer.cell("end".utf8)
                writer.endRecord()
                var reader = CSVReader(separator: separator)
                var records: [CSVRecord] = []
                for byte in writer.bytes { if let record = try reader.read(byte) { records.append(record) } }
                try #require(try reader.finish() == nil)
                try #require(records.count == 1 && records[0].count == 2, "\(cell)")
                try #require(Array(CSVWriter.taken(records[0][0])) == cell, "\(cell)")
            }
        }
    }
}
