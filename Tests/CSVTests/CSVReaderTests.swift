import CSV
import Testing

@Suite struct CSVReaderTests {
    /// The records of a file, or the fault that ends it after some.
    private struct Outcome: Equatable {
        var records: [[String]] = []
        var fault: CSVFault?
    }

    /// Reads pieces one after the other.
    private func outcome(
        _ pieces: [ArraySlice<UInt8>], separator: Character = ",", limits: CSVReader.Limits = .init()
    ) -> Outcome {
        var reader = CSVReader(separator: separator.asciiValue ?? 0, limits: limits)
        var outcome = Outcome()
        do throws(CSVFault) {
            for byte in pieces.joined() {
                if let record = try reader.read(byte) { outcome.records.append(Self.texts(record)) }
            }
            if let record = try reader.finish() { outcome.records.append(Self.texts(record)) }
        } catch {
            outcome.fault = error
        }
        return outcome
    }

    private static func texts(_ record: CSVRecord) -> [String] {
        record.isTooLong
            ? ["too long"] : (0..<record.count).map { String(decoding: record[$0], as: UTF8.self) }
    }

    static let files: [(text: String, records: [[String]], fault: CSVFault?)] = [
        ("", [], nil), ("a", [["a"]], nil), ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]], nil),
        ("a,b\nc,d", [["a", "b"], ["c", "d"]], nil), (",", [["", ""]], nil), ("\n", [[""]], nil),
        ("\r\n\r\n", [[""], [""]], nil), ("\"\"", [[""]], nil),
        ("\"a,\"\"b\"\"\r\nc\"", [["a,\"b\"\r\nc"]], nil),
        (" a , b ", [[" a ", " b "]], nil), ("ä;ö", [["ä;ö"]], nil),
        ("\"a\",\"\"\n\"\"", [["a", ""], [""]], nil),
        ("a\"b", [], .strayQuote), ("a,b\nc\"", [["a", "b"]], .strayQuote), ("\"a\"b", [], .textAfterQuote),
        ("\"a\" ,b", [], .textAfterQuote), ("a\rb", [], .bareCarriageReturn),
        ("a\r", [], .bareCarriageReturn),
        ("\"a", [], .unfinishedQuote), ("x\n\"a\n", [["x"]], .unfinishedQuote),
        ("\r\r\n", [], .bareCarriageReturn),
    ]

    @Test(arguments: files.indices)
    func `a file is read as RFC 4180 says, or refused`(index: Int) {
        let (text, records, fault) = Self.files[index]
        #expect(
            outcome([Array(text.utf8)[...]]) == Outcome(records: records, fault: fault),
            "\(text.debugDescription)")
    }

    @Test(arguments: files.indices)
    func `how a file is cut changes nothing`(index: Int) {
        let bytes = Array(Self.files[index].text.utf8)
        let whole = outcome([bytes[...]])
        for cut in 0...bytes.count { #expect(outcome([bytes[..<cut], bytes[cut...]]) == whole) }
    }

    /// Every file of up to six of the octets that matter, against a reading by hand.
    @Test func `every short file is read like by a simpler reader`() {
        let alphabet = Array("a,\"\r\n".utf8)
        for length in 0...6 {
            for code in 0..<Self.power(alphabet.count, length) {
                let bytes = (0..<length).map {
                    alphabet[code / Self.power(alphabet.count, $0) % alphabet.count]
                }
                let read = outcome([bytes[...]])
                let (records, fault) = Self.byHand(bytes)
                if read != Outcome(records: records, fault: fault) {
                    Issue.record("\(bytes): \(read) instead of \(records) \(String(describing: fault))")
                    return
                }
            }
        }
    }

    private static func power(_ base: Int, _ exponent: Int) -> Int {
        (0..<exponent).reduce(1) { product, _ in product * base }
    }

    /// Field by field, with the whole file in sight.
    private static func byHand(_ bytes: [UInt8]) -> ([[String]], CSVFault?) {
        var (records, record, position): ([[String]], [String], Int) = ([], [], 0)
        while position < bytes.count || !record.isEmpty {
            var field: [UInt8] = []
            if position < bytes.count, bytes[position] == 34 {
                position += 1
                while true {
                    guard position < bytes.count else { return (records, .unfinishedQuote) }
                    if bytes[position] != 34 {
                        field.append(bytes[position])
                    } else if position + 1 < bytes.count, bytes[position + 1] == 34 {
                        field.append(34)
                        position += 1
                    } else {
                        break
                    }
                    position += 1
                }
                position += 1
                if position < bytes.count, ![44, 13, 10].contains(bytes[position]) {
                    return (records, .textAfterQuote)
                }
            } else {
                while position < bytes.count, ![44, 13, 10].contains(bytes[position]) {
                    if bytes[position] == 34 { return (records, .strayQuote) }
                    field.append(bytes[position])
                    position += 1
                }
            }
            record.append(String(decoding: field, as: UTF8.self))
            guard position < bytes.count else {
                records.append(record)
                return (records, nil)
            }
            if bytes[position] == 44 {
                position += 1
                continue
            }
            if bytes[position] == 13 {
                position += 1
                guard position < bytes.count, bytes[position] == 10 else {
                    return (records, .bareCarriageReturn)
                }
            }
            position += 1
            records.append(record)
            record = []
        }
        return (records, nil)
    }

    @Test func `a record over the limit is lost, and those behind it are not`() {
        var limits = CSVReader.Limits()
        limits.record = 3
        limits.fields = 2
        let file = Array("abc\nabcd\n\"ab\nd,\"\",\"\na,b\na,b,c\n\nd".utf8)
        let read = outcome([file[...]], limits: limits)
        #expect(
            read.records == [["abc"], ["too long"], ["too long"], ["a", "b"], ["too long"], [""], ["d"]])
    }

    @Test func `an empty line is told from an empty field in quotes`() throws {
        var reader = CSVReader(separator: UInt8(ascii: ","))
        #expect(try reader.read(UInt8(ascii: "\n"))?.isEmptyLine == true)
        for byte in "\"\"".utf8 { #expect(try reader.read(byte) == nil) }
        #expect(try reader.read(UInt8(ascii: "\n"))?.isEmptyLine == false)
    }

    @Test(
        arguments: [
            ("a;b", ";"), ("a,b", ","), ("a", ","), ("", ","), ("a;b,c", ","), ("a;b;c,d\n,,,,", ";"),
            ("\",,,\";a", ";"), ("a,b\n;;;;", ","),
        ])
    func `the first line tells the separator`(_ text: String, _ separator: Character) {
        #expect(CSVReader.separator(of: text.utf8) == separator.asciiValue)
    }
}
