extension Need {
    /// The words of what everyone reads who sees the need at all: no hit may tell what a reader does not see.
    package var words: WordList {
        WordList(
            [
                content.title, content.text, content.plainSummary, content.site?.name, content.participation,
                content.ownSteps, content.otherwiseUnavailable, content.selfHelp, content.counterpart,
            ] + items.flatMap { [$0.content.title, $0.content.description] })
    }
}
