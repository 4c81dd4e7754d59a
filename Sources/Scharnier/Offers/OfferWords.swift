extension Offer {
    /// The words of what everyone reads who sees the offer at all; the name of the giver is not among them.
    package var words: WordList {
        WordList([content.title, content.text, content.counterpartWish, content.conditions])
    }
}
