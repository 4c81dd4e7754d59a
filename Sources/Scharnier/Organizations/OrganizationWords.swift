extension Organization {
    /// The words of what everyone reads who sees the organisation at all: those of a private person's name are not
    /// among them, whoever searches.
    package var words: WordList {
        let isPrivate = profile.legalForm == .privatePerson
        return WordList([publicName, isPrivate ? nil : profile.shortName, profile.text])
    }
}
