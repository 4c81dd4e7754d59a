// The free texts of needs and offers, by the names of their members.

extension Need {
    /// Replaces one of its free texts; false if there is none of this name.
    mutating func replaceText(_ redaction: Redaction) -> Bool {
        let parts = redaction.path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if redaction.path == "close/note" { return replaceClosingNote(by: redaction.text) }
        guard parts.first == "items" else { return content.replaceText(redaction) }
        guard parts.count == 3, let index = Int(parts[1]), "\(index)" == parts[1],
            items.indices.contains(index)
        else { return false }
        return items[index].content.replaceText(parts[2], redaction.text)
    }

    private mutating func replaceClosingNote(by text: String?) -> Bool {
        guard let old = closing else { return false }
        closing = Closing(outcome: old.outcome, reasonCode: old.reasonCode, note: text)
        return true
    }

    /// Everything that a rule says about its texts, whatever state it is in.
    var textViolations: [Violation] {
        let isDraft = [.draft, .returned, .rejected].contains(status)
        return content.violations() + (isDraft ? [] : content.missing(items: items))
            + items.enumerated().flatMap { $1.content.violations(at: "items/\($0)") }
            + Violation.length(of: closing?.note, Transition.noteLength, at: "close/note")
    }
}

extension Need.Content {
    fileprivate mutating func replaceText(_ redaction: Redaction) -> Bool {
        switch redaction.path {
        case "title": title = redaction.text
        case "text": text = redaction.text
        case "plain_summary": plainSummary = redaction.text
        case "site/name" where site != nil: site?.name = redaction.text
        case "site/address" where site != nil: site?.address = redaction.text
        default: return replaceBackground(redaction)
        }
        return true
    }

    private mutating func replaceBackground(_ redaction: Redaction) -> Bool {
        switch redaction.path {
        case "participation": participation = redaction.text
        case "own_steps": ownSteps = redaction.text
        case "otherwise_unavailable": otherwiseUnavailable = redaction.text
        case "self_help": selfHelp = redaction.text
        case "counterpart": counterpart = redaction.text
        default: return false
        }
        return true
    }
}

extension NeedItem.Content {
    fileprivate mutating func replaceText(_ member: String, _ text: String?) -> Bool {
        switch member {
        case "title": title = text ?? ""
        case "description": description = text
        default: return false
        }
        return true
    }
}

extension Offer {
    /// Replaces one of its free texts; false if there is none of this name.
    mutating func replaceText(_ redaction: Redaction) -> Bool {
        switch redaction.path {
        case "title": content.title = redaction.text
        case "text": content.text = redaction.text
        case "counterpart_wish": content.counterpartWish = redaction.text
        case "conditions": content.conditions = redaction.text
        default: return false
        }
        return true
    }

    /// Everything that a rule says about its texts, whatever state it is in.
    var textViolations: [Violation] { content.violations() + (status == .draft ? [] : content.missing()) }
}
