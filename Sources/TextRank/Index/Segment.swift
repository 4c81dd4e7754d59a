/// Some documents of one side with all that ranking reads, in a few flat lists; never changes.
///
/// Documents stand in the order of their keys and terms in the order of their hashes, so the lists are the same
/// whatever was put in first.
final class Segment<Record: IndexRecord>: Sendable {
    /// The keys of the documents, ascending; the place of a document here is its ordinal.
    let keys: [UInt128]

    /// What the owner keeps beside each document.
    let records: [Record]

    /// The records again, for those who go through all of them.
    let columns: Record.Columns

    let postings: Postings
    let grams: GramTable

    init(keys: [UInt128], records: [Record], postings: Postings, grams: GramTable) {
        self.keys = keys
        self.records = records
        columns = Record.columns(of: records)
        self.postings = postings
        self.grams = grams
    }

    /// The ordinal of a document.
    func ordinal(of key: UInt128) -> Int? {
        let place = keys.lowerBound(of: key)
        return place < keys.count && keys[place] == key ? place : nil
    }

    /// A document as it was put in.
    func analysis(at ordinal: Int) -> Analysis {
        Analysis(
            terms: postings.terms(of: ordinal), grams: grams[ordinal], length: Int(postings.lengths[ordinal]))
    }
}

extension Array where Element: Comparable {
    /// The first place whose element is not below `wanted`, in a sorted list.
    func lowerBound(of wanted: Element) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
