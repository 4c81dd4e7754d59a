import CSV
import JSON
import Scharnier

/// What the columns of a table stand for: members, also within others, as `items.0.quantity`.
struct ImportColumns: Sendable {
    /// Elements that a list can have, so that a column cannot ask for millions.
    private static let mostElements = 200

    private indirect enum Node: Sendable {
        case cell(Int, isEuros: Bool)
        case object([(name: String, node: Node)])
        case list([Int: Node])
    }

    /// No columns.
    static let none = ImportColumns(root: [], count: 0)

    private let root: [(name: String, node: Node)]

    /// How many there are.
    let count: Int

    private init(root: [(name: String, node: Node)], count: Int) {
        self.root = root
        self.count = count
    }

    /// The columns that a record names.
    ///
    /// - Throws: ``Refusal/invalid(_:)`` if one has no name, or two mean the same.
    init(_ header: CSVRecord?) throws {
        guard let header, !header.isTooLong, !header.isEmptyLine else {
            throw Refusal.invalid([Violation("", .required, .noHeader)])
        }
        var root = Node.object([])
        for position in 0..<header.count {
            let name = String(validating: header[position], as: UTF8.self) ?? ""
            var path = name.split(separator: ".", omittingEmptySubsequences: false)[...]
            guard !path.contains("") else {
                throw Refusal.invalid([Violation("", .badFormat, .badColumn(position + 1))])
            }
            let isEuros = path.last?.hasSuffix("_eur") ?? false
            if isEuros, let last = path.popLast() { path.append(last.dropLast("eur".count) + "cents") }
            guard let grown = Self.adding(.cell(position, isEuros: isEuros), at: path, to: root) else {
                throw Refusal.invalid([Violation("", .notUnique, .badColumn(position + 1))])
            }
            root = grown
        }
        guard case .object(let members) = root else { throw Refusal.invalid([]) }
        self.init(root: members, count: header.count)
    }

    /// The node with a cell at a path; nil where something else is already.
    private static func adding(_ cell: Node, at path: ArraySlice<Substring>, to node: Node?) -> Node? {
        guard let step = path.first else { return node == nil ? cell : nil }
        let rest = path.dropFirst()
        switch node ?? (Self.index(step) == nil ? .object([]) : .list([:])) {
        case .cell: return nil
        case .object(var members):
            guard Self.index(step) == nil else { return nil }
            let place = members.firstIndex { $0.name == step }
            guard let grown = adding(cell, at: rest, to: place.map { members[$0].node }) else { return nil }
            if let place { members[place].node = grown } else { members.append((String(step), grown)) }
            return .object(members)
        case .list(var elements):
            guard let index = Self.index(step), let grown = adding(cell, at: rest, to: elements[index])
            else { return nil }
            elements[index] = grown
            return .list(elements)
        }
    }

    /// The place in a list that a step of a path names.
    private static func index(_ step: Substring) -> Int? {
        guard step.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }), step.utf8.count <= 3,
            let index = Int(step), index < mostElements
        else { return nil }
        return index
    }

    /// A record as an object: empty cells are absent members; nil for octets that are no UTF-8.
    func object(_ record: CSVRecord) -> JSONObject? {
        var isText = true
        let value = value(.object(root), record, &isText)
        guard isText else { return nil }
        guard case .object(let object) = value else { return JSONObject(members: []) }
        return object
    }

    private func value(_ node: Node, _ record: CSVRecord, _ isText: inout Bool) -> JSONValue? {
        switch node {
        case .cell(let position, let isEuros):
            guard let text = Self.text(record[position]) else {
                isText = false
                return nil
            }
            if text.isEmpty { return nil }
            return isEuros ? Euros.cents(text).map { .integer($0) } ?? .string(text) : .string(text)
        case .object(let members):
            let present = members.compactMap { member in
                value(member.node, record, &isText).map { JSONObject.Member(name: member.name, value: $0) }
            }
            return present.isEmpty ? nil : JSONObject(members: present).map { .object($0) }
        case .list(let elements):
            let present = elements.compactMapValues { value($0, record, &isText) }
            guard let last = present.keys.max() else { return nil }
            return .array((0...last).map { present[$0] ?? .null })
        }
    }

    /// The text of a cell, with line feeds alone as ends of lines; nil if it is no UTF-8.
    private static func text(_ cell: ArraySlice<UInt8>) -> String? {
        let taken = CSVWriter.taken(cell)
        guard taken.contains(UInt8(ascii: "\r")) else { return String(validating: taken, as: UTF8.self) }
        var bytes: [UInt8] = []
        for (byte, next) in zip(taken, Array(taken.dropFirst()) + [0])
        where byte != UInt8(ascii: "\r") || next != UInt8(ascii: "\n") {
            bytes.append(byte)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}

/// Sums of money as people write them: `1234`, `1234,5`, `1234.56`; without marks between thousands.
enum Euros {
    /// Digits before the comma of a sum that always fits.
    private static let mostDigits = 13

    /// The sum in cents; nil for any other form.
    static func cents(_ text: String) -> Int64? {
        let parts = text.utf8.split(
            omittingEmptySubsequences: false,
            whereSeparator: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") })
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ $0.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } }),
            (1...mostDigits).contains(parts[0].count)
        else { return nil }
        let fraction = parts.count == 2 ? parts[1] : "".utf8[...]
        guard parts.count == 1 || (1...2).contains(fraction.count) else { return nil }
        let digits =
            Array(parts[0]) + Array(fraction) + Array(repeating: UInt8(ascii: "0"), count: 2 - fraction.count)
        return digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    }
}

extension Wording {
    fileprivate static let noHeader = Wording(
        "Die erste Zeile muss die Spalten nennen.", "The first line must name the columns.")

    fileprivate static func badColumn(_ position: Int) -> Wording {
        Wording(
            "Spalte \(position) der Kopfzeile nennt kein Feld, oder eines, das schon da ist.",
            "Column \(position) of the header names no member, or one that is there already.")
    }
}
