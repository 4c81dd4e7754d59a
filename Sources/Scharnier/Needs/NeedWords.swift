extension Need {
    /// The words of what everyone reads who sees the need at all: no hit may tell what a reader does not see.
    package var words: WordList { content.words(with: items.lazy.map(\.content)) }
}

extension Need.Content {
    /// The words of a need with this content and these lines.
    package func words(with items: some Sequence<NeedItem.Content>) -> WordList {
        WordList(
            [
                title, text, plainSummary, site?.name, participation, ownSteps, otherwiseUnavailable,
                selfHelp,
                counterpart,
            ] + items.flatMap { [$0.title, $0.description] })
    }
}
