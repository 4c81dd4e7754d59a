import Testing

@testable import Scharnier

@Suite struct TransitionTests {
    private let codes = ["duplicate", "other"]

    private func violations(_ facts: TransitionFacts) -> [String] {
        do throws(Refusal) {
            try facts.requireReason(among: codes)
            return []
        } catch .invalid(let found) {
            return found.short
        } catch {
            return ["\(error)"]
        }
    }

    @Test func `a reason of the list is accepted`() {
        #expect(violations(.init(reasonCode: "duplicate")) == [])
        #expect(violations(.init(reasonCode: "other", note: "Siehe Bedarf 12.")) == [])
    }

    @Test func `a missing reason is asked for`() {
        #expect(violations(.init()) == ["reason_code required"])
        #expect(violations(.init(note: "Kein Grund.")) == ["reason_code required"])
    }

    @Test(arguments: ["", "Duplicate", "duplicates", "unknown"])
    func `a reason that is not in the list is refused, and the list is named`(code: String) {
        let wording = Wording("Dieser Grund steht nicht zur Wahl.", "This reason is not among the choices.")
        #expect(throws: Refusal.invalid([.init("reason_code", .notInEnum, wording, allowed: codes)])) {
            try TransitionFacts(reasonCode: code).requireReason(among: codes)
        }
    }

    @Test func `a note has at most 2,000 characters`() {
        #expect(violations(.init(reasonCode: "other", note: .ofLength(2_000))) == [])
        #expect(violations(.init(reasonCode: "other", note: .ofLength(2_001))) == ["note too_long"])
        #expect(violations(.init(note: .ofLength(2_001))) == ["note too_long", "reason_code required"])
    }
}
