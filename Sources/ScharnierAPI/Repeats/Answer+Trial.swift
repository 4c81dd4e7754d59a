import HTTPWire
import Scharnier

// What is answered to `dry_run=true` (api.md §8): the item as it would be, which nobody will ever find.

extension Call {
    /// Whether everything is to be taken back at the end.
    ///
    /// - Throws: 400 for a value other than true or false.
    func isTrial() throws(Problem) -> Bool { try query.boolean("dry_run") ?? false }
}

extension Answer {
    /// The same as of a trial: 200, without an address; `position` is that of the last change there really was.
    func tried(after position: Int64) -> Answer {
        var answer = self
        answer.content = withoutSecret ?? content
        answer = answer.written()
        if status != 204 { answer.status = 200 }
        answer.fields = [("Dry-Run", "true")]
        answer.tag = nil
        answer.body.replaceTrialIdentifiers()
        if case .item(let version, _) = tag, version > position {
            answer.body.replace("\"version\":\(version)", by: "\"version\":0")
        }
        return answer
    }
}

extension [UInt8] {
    /// Makes every identifier that a trial has given the one that stands for "not yet".
    ///
    /// Those have a first half of zeros, as no other identifier has.
    fileprivate mutating func replaceTrialIdentifiers() {
        let start = Array("\"00000000-0000-0000-".utf8)
        let rest = Array("0000-000000000000\"".utf8)
        var position = startIndex
        while let found = self[position...].firstRange(of: start) {
            let end = found.upperBound + rest.count
            guard end <= endIndex else { return }
            replaceSubrange(found.upperBound..<end, with: rest)
            position = end
        }
    }

    fileprivate mutating func replace(_ old: String, by new: String) {
        let (old, new) = (Array(old.utf8), Array(new.utf8))
        while let found = firstRange(of: old) { replaceSubrange(found, with: new) }
    }
}
