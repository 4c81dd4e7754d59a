import Allocation
import Digest
import JSON
package import Scharnier

extension AllocationPlan {
    /// The plan as JSON, the same bytes for the same order.
    ///
    /// `inputs` are the bytes that the order was read from; their SHA-256 is told, so that a plan names its input.
    package func document(inputs: [UInt8]) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("method", order.method.rawValue)
            writer.member("inputs_hash", "sha256:" + Hexadecimal.text(sha256(inputs).bytes))
            switch result {
            case .flow(let plan, let instance): FlowPlanBody(self, plan, instance).write(to: &writer)
            case .shares(let amounts, let dropped, let rest):
                writeShares(amounts, dropped, rest: rest, to: &writer)
            }
        }
        return writer.bytes
    }

    private func writeShares(
        _ amounts: [Int64], _ dropped: [(need: Int, wouldGet: Int64)], rest: Int64,
        to writer: inout JSONWriter
    ) {
        writer.memberArray("lines") { writer in
            for (index, amount) in amounts.enumerated() where amount > 0 {
                writer.object { writer in
                    writer.member("need_id", order.needs[index].id)
                    writer.member("amount_cents", amount)
                }
            }
        }
        writer.memberArray("dropped") { writer in
            for entry in dropped {
                writer.object { writer in
                    writer.member("need_id", order.needs[entry.need].id)
                    writer.member("would_get_cents", entry.wouldGet)
                    writer.member("code", "below_minimum")
                }
            }
        }
        writer.member("rest_cents", rest)
        writer.member("concentration_bp", Concentration.of(amounts))
    }
}

extension JSONWriter {
    /// A text in both languages.
    mutating func member(_ name: StaticString, both text: Wording) {
        memberObject(name) { writer in
            writer.member("de", text.de)
            writer.member("en", text.en)
        }
    }

    /// A number of millionths, written with as few digits as it takes.
    mutating func member(_ name: StaticString, millionths number: Int64) {
        let (whole, rest) = number.quotientAndRemainder(dividingBy: 1_000_000)
        guard rest > 0 else { return member(name, whole) }
        let digits = String(rest)
        let all = String(repeating: "0", count: 6 - digits.utf8.count) + digits
        let shown = all.reversed().drop { $0 == "0" }.reversed()
        member(name, raw: Array("\(whole).\(String(shown))".utf8))
    }

    /// Ids by their positions.
    mutating func member(_ name: StaticString, _ positions: [Int], of ids: [String]) {
        memberArray(name) { writer in
            for position in positions { writer.value(ids[position]) }
        }
    }
}
