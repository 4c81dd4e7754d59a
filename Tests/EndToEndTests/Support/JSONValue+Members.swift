import JSON

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

    var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    var integer: Int64? {
        guard case .integer(let integer) = self else { return nil }
        return integer
    }

    /// A number of any kind.
    var number: Double? {
        switch self {
        case .integer(let integer): Double(integer)
        case .number(let number): Double(number)
        default: nil
        }
    }

    /// The names of an object's members.
    var names: [String] {
        guard case .object(let object) = self else { return [] }
        return object.members.map(\.name)
    }

    /// The first element whose member has this text.
    func first(where name: String, is text: String) -> JSONValue {
        elements.first { $0[name].text == text } ?? .null
    }
}
