/// A new need as somebody proposes it, with all that can be told of it without looking at anything else.
///
/// Made before the transaction begins, for which others wait.
package struct NeedProposal: Sendable {
    let content: Need.Content
    let items: [NeedItem.Content]
    let words: WordList

    /// What is wrong with content and lines by themselves.
    let violations: [Violation]

    /// A need that says `content` and asks for `items`.
    package init(_ content: Need.Content, items: [NeedItem.Content]) {
        self.content = content
        self.items = items
        words = content.words(with: items)
        violations = content.violations(with: items)
    }
}

extension ReadTransaction {
    /// Everything that breaks a rule which holds already for drafts, references included.
    package func violations(
        in proposal: NeedProposal, ownedBy carrier: Identifier<Organization>, for party: Party
    ) throws -> [Violation] {
        let (content, items) = (proposal.content, proposal.items)
        return proposal.violations + (try referenceViolations(content, items, ownedBy: carrier, party))
    }
}
