import JSON
import Testing

extension JSONWriter {
    /// What has been written, as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }
}

private struct Place: JSONWritable {
    let longitude: Int64
    let latitude: Int64

    func write(to writer: inout JSONWriter) {
        writer.array { writer in
            writer.value(longitude)
            writer.value(latitude)
        }
    }
}

@Suite struct JSONWriterTests {
    private var writer = JSONWriter(capacity: 0)

    @Test mutating func `members and elements are parted by commas`() {
        writer.object { writer in
            writer.member("id", "x")
            writer.member("version", Int64(1042))
            writer.memberArray("tags") { writer in
                writer.value("a")
                writer.object { _ in }
                writer.array { _ in }
                writer.null()
            }
            writer.memberObject("more") { $0.member("deep", true) }
            writer.member("last", 7)
        }
        #expect(
            writer.text
                == #"{"id":"x","version":1042,"tags":["a",{},[],null],"more":{"deep":true},"last":7}"#)
    }

    @Test mutating func `nothing is null, each value has its form`() {
        writer.object { writer in
            writer.member("a", String?.none)
            writer.member("b", Optional("b"))
            writer.member("c", Int64?.none)
            writer.member("d", Optional(4))
            writer.member("e", Bool?.none)
            writer.member("f", Optional(false))
            writer.member("g", ["x", "y"])
            writer.member("h", [String]())
            writer.member("i", nil)
        }
        #expect(
            writer.text
                == #"{"a":null,"b":"b","c":null,"d":4,"e":null,"f":false,"g":["x","y"],"h":[],"i":null}"#)
    }

    @Test mutating func `a type writes itself, alone, optional and in arrays`() {
        let place = Place(longitude: 7, latitude: 51)
        writer.object { writer in
            writer.member("one", place)
            writer.member("none", Place?.none)
            writer.member("some", [place, place])
            writer.member("maybe", [place, nil])
        }
        #expect(
            writer.text == #"{"one":[7,51],"none":null,"some":[[7,51],[7,51]],"maybe":[[7,51],null]}"#)
    }

    @Test mutating func `a name known only at run time is escaped`() {
        writer.object { writer in
            writer.member(named: "a\"\n", 1)
            writer.name(escaping: "ü")
            writer.value("v")
            writer.name("plain")
            writer.object { _ in }
        }
        #expect(writer.text == #"{"a\"\n":1,"ü":"v","plain":{}}"#)
    }

    @Test mutating func `encoded values are taken as they are`() {
        let encoded = Array(#"{"x":1}"#.utf8)
        writer.array { writer in
            writer.raw(encoded)
            writer.raw(encoded[...])
            writer.object { $0.member("raw", raw: encoded) }
            writer.quoted { $0 += Array("2026-11-21".utf8) }
            writer.value(1)
        }
        #expect(writer.text == #"[{"x":1},{"x":1},{"raw":{"x":1}},"2026-11-21",1]"#)
    }

    @Test mutating func `lines are texts of their own`() {
        for number in 1...2 {
            writer.object { $0.member("n", number) }
            writer.endLine()
        }
        #expect(writer.text == "{\"n\":1}\n{\"n\":2}\n")
    }

    @Test mutating func `what a body throws comes through`() {
        #expect(throws: Missing.self) { try writer.object { _ in throw Missing() } }
        #expect(throws: Missing.self) { try writer.array { _ in throw Missing() } }
    }

    @Test(arguments: [
        0, 1, -1, 9, 10, -10, 99, 100, 9_007_199_254_740_991, Int64.max, Int64.min, Int64.min + 1,
    ])
    func `an integer is written in decimal digits`(_ value: Int64) {
        var writer = JSONWriter()
        writer.value(value)
        #expect(writer.text == String(value))
    }

    @Test mutating func `all powers of ten and their neighbours are exact`() {
        var power: Int64 = 1
        for _ in 0..<18 {
            for value in [power - 1, power, power + 1, -power] {
                var writer = JSONWriter()
                writer.value(value)
                #expect(writer.text == String(value))
            }
            power *= 10
        }
    }
}
