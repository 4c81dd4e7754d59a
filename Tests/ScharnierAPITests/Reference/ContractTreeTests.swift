import HTTPWire
import JSON
import TestSupport
import Testing
import Yams

@testable import ScharnierAPI

/// The contract as this program reads it is what another reader of YAML makes of it.
@Suite struct ContractTreeTests {
    @Test func `the contract is read as others read it`() throws {
        let text = String(decoding: Contract.document, as: UTF8.self)
        let node = try #require(try Yams.compose(yaml: text))
        #expect(try difference(Contract.tree.get(), node, "#") == nil)
    }

    @Test func `programs get it as JSON`() throws {
        let answer = try Application().send(.get, "/openapi.json")
        #expect(answer.field(.contentType) == "application/json")
        #expect(try answer.json() == Contract.tree.get())
    }

    /// The first place where two readings differ.
    private func difference(_ ours: JSONValue, _ theirs: Node, _ place: String) -> String? {
        switch (ours, theirs) {
        case (.object(let object), .mapping(let mapping)):
            guard object.members.map(\.name) == mapping.keys.compactMap(\.string) else { return place }
            return zip(object.members, mapping.values).lazy.compactMap { member, node in
                difference(member.value, node, "\(place)/\(member.name)")
            }.first
        case (.array(let elements), .sequence(let sequence)):
            guard elements.count == sequence.count else { return place }
            return zip(elements, sequence).enumerated().lazy.compactMap { index, pair in
                difference(pair.0, pair.1, "\(place)/\(index)")
            }.first
        case (_, .scalar(let scalar)): return isSame(ours, scalar) ? nil : place
        default: return place
        }
    }

    private func isSame(_ value: JSONValue, _ scalar: Node.Scalar) -> Bool {
        let node = Node.scalar(scalar)
        let isPlain = scalar.style == .plain || scalar.style == .any
        switch value {
        case .null: return isPlain && node.null != nil
        case .bool(let flag): return isPlain && node.bool == flag
        case .integer(let number): return isPlain && node.int == Int(number)
        case .number(let text): return isPlain && scalar.string == text
        case .string(let text):
            let isText =
                !isPlain || node.null == nil && node.bool == nil && node.int == nil && node.float == nil
            return isText && scalar.string == text
        default: return false
        }
    }
}
