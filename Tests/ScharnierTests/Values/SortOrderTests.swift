import Scharnier
import Testing

@Suite struct SortOrderTests {
    private func order(_ keys: Need.SortKey...) -> SortOrder<Need.SortKey>? {
        SortOrder(keys.map { SortTerm($0, isDescending: false) })
    }

    @Test func `an order has at most three keys, each of them once`() {
        #expect(order()?.terms.isEmpty == true)
        #expect(order(.title, .createdAt, .updatedAt)?.terms.count == 3)
        #expect(order(.title, .createdAt, .updatedAt, .publishedAt) == nil)
        #expect(order(.title, .title) == nil)
    }

    @Test func `a key is there once in whichever direction`() {
        let both = [false, true].map { SortTerm(Need.SortKey.title, isDescending: $0) }
        #expect(SortOrder(both) == nil)
    }

    @Test func `a list is newest first unless told otherwise`() {
        #expect(NeedQuery(party: .public).order == SortOrder())
        #expect(SortOrder<Need.SortKey>() == order())
    }
}
