import Foundation
import TestSupport
import Testing

/// `scharnier allocate` as a person types it.
@Suite struct AllocateTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private func outcome(_ text: String, _ more: String...) throws -> Outcome {
        let path = try folder.newFile("order.json")
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return try Run(Program.binary(), ["allocate", path] + more, in: folder).outcome()
    }

    @Test func `a file becomes a plan, the same bytes each time`() throws {
        let order = """
            {"needs":[{"id":"n","area_id":"a","carrier_id":"c","cap_cents":500}],
            "offers":[{"id":"o","budget_cents":300}],"pairs":[{"offer_id":"o","need_id":"n","fit":80}]}
            """
        let plan = try outcome(order)
        #expect(plan.code == 0, "\(plan.errors)")
        #expect(plan.lines.count == 1 && plan.text.contains(#""amount_cents":300"#))
        #expect(try outcome(order).output == plan.output)
    }

    @Test func `faults are told with pointers and code 65`() throws {
        let faults = try outcome(#"{"needs":[],"offers":[{"id":"a/b"}],"pairs":[]}"#, "--lang", "en")
        #expect(faults.code == 65 && faults.output.isEmpty)
        #expect(faults.errors.contains("#/offers/0/budget_cents required: This is missing."))
        let broken = try outcome("{")
        #expect(broken.code == 65 && broken.errors.contains("kein JSON, Fehler bei Byte 1"))
    }

    @Test func `a missing file is code 74 and a missing argument 64`() throws {
        #expect(try Run(Program.binary(), ["allocate", "/nowhere/x.json"], in: folder).outcome().code == 74)
        #expect(try Run(Program.binary(), ["allocate"], in: folder).outcome().code == 64)
    }
}
