import HTTPWire
import JSON

/// What the API answers the operator.
struct OperatorAnswer {
    let status: Int
    /// The content; null where there is none.
    let content: JSONValue

    /// An answer of the API in this process.
    ///
    /// - Throws: `JSONSyntaxError` if the content is no JSON.
    init(_ response: Response) throws { try self.init(status: response.status, content: response.body) }

    init(status: Int, content: [UInt8]) throws(JSONSyntaxError) {
        self.status = status
        self.content = content.isEmpty ? .null : try JSONValue(parsing: content, limits: Self.limits)
    }

    /// A city has some thousands of tokens at most; each is ten members.
    private static let limits = JSONLimits(
        depth: 16, members: 1_000_000, stringBytes: 65_536, elements: 100_000)
}

extension OperatorAnswer {
    /// Reads a whole answer, up to the end of its connection.
    ///
    /// Stricter than HTTP has to be, for the server is known: one final answer with a length that is right.
    /// - Throws: ``NoAnswer/unreadable`` for anything else.
    init(message: [UInt8]) throws(NoAnswer) {
        guard let head = message.firstRange(of: Array("\r\n\r\n".utf8)) else { throw .unreadable }
        let content = Array(message[head.upperBound...])
        let lines = String(decoding: message[..<head.lowerBound], as: UTF8.self).utf8
            .split(separator: 13, omittingEmptySubsequences: false).map { $0.drop { $0 == 10 } }
        guard let status = Self.status(of: lines[0]),
            Self.length(in: lines.dropFirst(), status) == content.count
        else { throw .unreadable }
        do {
            try self.init(status: status, content: content)
        } catch {
            throw .unreadable
        }
    }

    /// `HTTP/1.1 200 OK`; interim answers are not waited for, since none was asked for.
    private static func status(of line: Substring.UTF8View) -> Int? {
        let parts = line.split(separator: 32, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].elementsEqual("HTTP/1.1".utf8), parts[1].count == 3 else {
            return nil
        }
        let status = number(parts[1])
        return status.flatMap { (200...599).contains($0) ? $0 : nil }
    }

    /// What `Content-Length` says, which is said once; 0 where there can be none.
    private static func length(in lines: ArraySlice<Substring.UTF8View>, _ status: Int) -> Int? {
        var lengths: [Int?] = []
        for line in lines {
            let parts = line.split(separator: 58, maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { return nil }
            switch String(parts[0])?.lowercased() {
            case "content-length": lengths.append(number(parts[1].drop { $0 == 32 }))
            case "transfer-encoding": return nil
            default: break
            }
        }
        if lengths.isEmpty { return status == 204 ? 0 : nil }
        return lengths.count == 1 ? lengths[0] : nil
    }

    /// At most nine digits, and nothing else.
    private static func number(_ digits: Substring.UTF8View) -> Int? {
        let isNumber = (1...9).contains(digits.count) && digits.allSatisfy { (48...57).contains($0) }
        return isNumber ? digits.reduce(0) { $0 * 10 + Int($1 - 48) } : nil
    }
}

extension JSONValue {
    /// The member of an object; null when there is none.
    subscript(name: String) -> JSONValue {
        guard case .object(let object) = self else { return .null }
        return object[name] ?? .null
    }

    /// The elements of an array.
    var elements: [JSONValue] {
        guard case .array(let elements) = self else { return [] }
        return elements
    }

    /// A text; empty for anything else.
    var text: String {
        guard case .string(let text) = self else { return "" }
        return text
    }
}
