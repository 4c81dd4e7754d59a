/// The role matrix by hand, from domain.md §3.2 and rule V: a record, and below it a row for each operation.
///
/// Columns: public, carrier, stranger, foundation, company, network, portal, officer, city, reader, monitor. Records of
/// needs are the carrier's, offers and proposals the company's, the officer's area is the Nordmarkt. Marks: `x` let in,
/// `h` hidden like what there is not, `r` seen and forbidden, `-` refused for the role, its scopes or want of a token.
/// A new operation is a row below each record that it can be done with; a new state is a record in ``MatrixWorld``.
enum MatrixTable {
    struct Row: Sendable {
        let subject: String
        let operation: String
        let marks: String
    }

    static let rows: [Row] = {
        var rows: [Row] = []
        var subject = ""
        for line in [needs, offers, others, promises, proposals].joined(separator: "\n").split(
            separator: "\n")
        {
            let words = line.split(separator: " ").map(String.init)
            if line.hasPrefix(" "), words.count == 3 {
                rows.append(Row(subject: subject, operation: "\(words[0]) \(words[1])", marks: words[2]))
            } else {
                subject = String(line)
            }
        }
        return rows
    }()
}
