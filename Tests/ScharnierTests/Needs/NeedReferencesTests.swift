import Testing

@testable import Scharnier

@Suite struct NeedReferencesTests {
    private let old = Need.example()

    private func changed(_ change: (inout Need) -> Void) -> Need {
        var need = old
        change(&need)
        return need
    }

    @Test func `title, text, items and areas are looked at again`() {
        #expect(changed { $0.content.title = "Anders" }.asksForReview(since: old))
        #expect(changed { $0.content.text = "Anders" }.asksForReview(since: old))
        #expect(changed { $0.content.beneficiaryAreas = [.marten] }.asksForReview(since: old))
        #expect(changed { $0.items[0].content.quantity = 11 }.asksForReview(since: old))
        #expect(changed { $0.items = [] }.asksForReview(since: old))
    }

    @Test func `anything else is not`() {
        #expect(!old.asksForReview(since: old))
        #expect(!changed { $0.content.topics = ["education"] }.asksForReview(since: old))
        #expect(!changed { $0.items[0].held = 3 }.asksForReview(since: old))
        #expect(!changed { $0.status = .paused }.asksForReview(since: old))
    }

    @Test func `the audit log is told which parts differ, never how`() {
        #expect(old.changedFields(since: old) == [])
        #expect(changed { $0.status = .paused }.changedFields(since: old) == ["status"])
        #expect(changed { $0.content.title = "Anders" }.changedFields(since: old) == ["title", "content"])
        #expect(changed { $0.content.text = "Anders" }.changedFields(since: old) == ["text", "content"])
        #expect(changed { $0.items[0].held = 1 }.changedFields(since: old) == ["items"])
        #expect(
            changed { $0.content.beneficiaryAreas = [] }.changedFields(since: old)
                == ["beneficiary_area_ids", "content"])
        #expect(changed { $0.content.topics = ["x"] }.changedFields(since: old) == ["content"])
    }
}
