import HTTPWire
import Testing

@testable import ScharnierAPI

/// The names that callers give to requests: taken exactly, or not at all (api.md §14, W3C Trace Context §3.2).
@Suite struct ForeignIDsTests {
    private static let trace = "0af7651916cd43dd8448eb211c80319c"
    private static let rest = "b7ad6b7169203331-01"

    private func ids(_ name: String, _ values: String...) -> ForeignIDs {
        ForeignIDs(Request(.get, "/", fields: values.map { (name, $0) }).fields)
    }

    @Test(arguments: [
        "00-\(trace)-\(rest)", "00-\(trace)-b7ad6b7169203331-ff", "cc-\(trace)-\(rest)",
        "cc-\(trace)-\(rest)-more",
        "01-\(trace)-\(rest)-",
    ])
    func `a valid trace is known`(value: String) {
        #expect(ids("traceparent", value).trace == Self.trace)
        #expect(ids("TraceParent", value).trace == Self.trace)
    }

    @Test(arguments: [
        "", "00", "00-\(trace)", "00-\(trace)-\(rest)-more", "00-\(trace)-\(rest)-", "00-\(trace)-\(rest)0",
        "01-\(trace)-\(rest)0", "ff-\(trace)-\(rest)", "00-00000000000000000000000000000000-\(rest)",
        "00-\(trace)-0000000000000000-01", "00-0AF7651916CD43DD8448EB211C80319C-\(rest)",
        "00-0af7651916cd43dd8448eb211c80319-b7ad6b71692033311-01",
        "00-0gf7651916cd43dd8448eb211c80319c-\(rest)",
        "00_\(trace)-\(rest)", "0x-\(trace)-\(rest)", "00-\(trace)-b7ad6b7169203331-0g",

    ])
    func `an invalid trace is ignored`(value: String) {
        #expect(ids("traceparent", value).trace == nil)
    }

    @Test(arguments: ["01234567", "a.b_c-D9", String(repeating: "z", count: 64)])
    func `a plain request id is known`(value: String) {
        #expect(ids("X-Request-Id", value).request == value)
    }

    @Test(arguments: [
        "", "0123456", String(repeating: "z", count: 65), "with blank", "semi;colon", "quote\"quote",
        "umlautäöü",
        "schc/0000", "a,b,c,d,e",
    ])
    func `a request id of any other form is ignored`(value: String) {
        #expect(ids("X-Request-Id", value).request == nil)
    }

    @Test func `of two nobody is believed`() {
        #expect(ids("X-Request-Id", "01234567", "01234567").request == nil)
        #expect(
            ids("traceparent", "00-\(Self.trace)-\(Self.rest)", "00-\(Self.trace)-\(Self.rest)").trace == nil)
    }
}
