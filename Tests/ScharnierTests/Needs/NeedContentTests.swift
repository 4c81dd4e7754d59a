import Scharnier
import Testing

@Suite struct NeedContentTests {
    @Test func `a new need is public, unclear about duties, and welcomes alternatives`() {
        let content = Need.Content()
        #expect(content.visibility == .public)
        #expect(content.compulsoryPublicTask == .unclear)
        #expect(content.beneficiaryCount == .unknown)
        #expect(content.welcomesAlternatives)
        #expect(!content.isCityWide)
    }

    @Test(arguments: [(0, 0, 10), (3, 2, 5), (10, 0, 0), (0, 10, 0), (6, 4, 0)] as [(Int64, Int64, Int64)])
    func `what is neither promised nor held is open`(committed: Int64, held: Int64, open: Int64) {
        #expect(NeedItem.example(committed: committed, held: held).open == open)
        #expect(NeedItem.example(committed: committed, held: held, isWithdrawn: true).open == 0)
    }

    @Test func `open is never negative`() {
        #expect(NeedItem.example(committed: 11, held: 3).open == 0)
    }

    @Test func `a line is covered when all is promised, fulfilled when all is delivered`() {
        #expect(NeedItem.example().status == .open)
        #expect(NeedItem.example(committed: 9, held: 1).status == .open)
        #expect(NeedItem.example(committed: 10).status == .covered)
        #expect(NeedItem.example(committed: 10, fulfilled: 9).status == .covered)
        #expect(NeedItem.example(committed: 10, fulfilled: 10).status == .fulfilled)
        #expect(NeedItem.example(committed: 10, fulfilled: 10, isWithdrawn: true).status == .withdrawn)
    }
}
