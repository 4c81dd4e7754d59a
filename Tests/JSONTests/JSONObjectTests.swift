import JSON
import Testing

@Suite struct JSONObjectTests {
    @Test(arguments: [2, 16, 17, 18, 100])
    func `a repeated name is found in short and long objects`(_ count: Int) {
        let members = (0..<count).map { JSONObject.Member(name: "\($0)", value: .null) }
        #expect(JSONObject(members: members)?.members == members)
        for repeated in [0, count - 1] {
            let more = members + [JSONObject.Member(name: "\(repeated)", value: .null)]
            #expect(JSONObject(members: more) == nil)
        }
    }

    @Test func `order counts`() {
        #expect(JSONValue.members(["a": .null, "b": .null]) != .members(["b": .null, "a": .null]))
    }
}
