import HTTPWire
import JSON
import Scharnier

extension Answer {
    /// The same with its items as the caller wants them; everything else stays.
    ///
    /// What is written anew has a weak tag over its bytes (api.md §5).
    func viewed(by call: Call, in tx: any ReadTransaction) throws -> Answer {
        guard let view = call.view, status == 200 else { return self }
        var answer = written()
        var resolver = RelationResolver(call.party, tx)
        let whole = EncodedValue(answer.body[...])
        let items = whole.members.first { $0.name.elementsEqual("items".utf8) && call.isOfList }
        if let items {
            answer.body = try Self.list(whole, items.value, view, &resolver)
        } else {
            answer.body = try view.applied(to: whole, isExact: true, &resolver)
        }
        if view.fields != nil { answer.type = .sparse }
        return answer.tagged()
    }

    /// A list with every item as it is wanted.
    private static func list(
        _ list: EncodedValue, _ items: EncodedValue, _ view: ItemView, _ resolver: inout RelationResolver
    ) throws -> [UInt8] {
        var bytes = Array(list.bytes[..<items.bytes.startIndex]) + [UInt8(ascii: "[")]
        for (index, item) in items.elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += try view.applied(to: item, isExact: false, &resolver)
        }
        return bytes + [UInt8(ascii: "]")] + list.bytes[items.bytes.endIndex...]
    }
}
