import Scharnier
import Testing

@Suite struct PageTests {
    @Test func `a page has 50 items unless told otherwise, and at most 200`() {
        #expect(PageSize.standard == 50)
        #expect(PageSize.largest == 200)
        #expect(NeedQuery(party: .public).limit == PageSize.standard)
        #expect(OfferQuery(party: .public).limit == PageSize.standard)
        #expect(OrganizationQuery(party: .public).limit == PageSize.standard)
        #expect(IntroductionQuery(party: .public).limit == PageSize.standard)
    }

    @Test func `a key holds the keys of any kind of item`() {
        let key = PageKey(createdAt: .at("2026-11-21T09:30:00Z"), id: Identifier<Need>.numbered(1))
        #expect(key.id == .numbered(1))
        #expect(Page<Need>().items.isEmpty)
        #expect(Page<Need>().next == nil)
    }
}
