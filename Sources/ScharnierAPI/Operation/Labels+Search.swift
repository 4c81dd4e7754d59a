import Scharnier

extension Labels {
    static let search: [List] = [List("search_type", SearchSubject.self)]
}

/// The questions that people asked (domain.md §1).
extension SearchSubject: Labelled {
    var label: Wording {
        switch self {
        case .offer: Wording("Wer sucht was?", "Who is looking for what to support?")
        case .need: Wording("Wer braucht was?", "Who needs what?")
        case .idea: Wording("Welche Ideen?", "Which ideas?")
        case .programme:
            Wording("Welche Förderungs-Möglichkeiten?", "Which ways of being funded?")
        }
    }
}
