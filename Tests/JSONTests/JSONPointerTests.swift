import JSON
import Testing

@Suite struct JSONPointerTests {
    @Test func `the root is an empty fragment`() {
        #expect(JSONPointer.root.description == "#")
    }

    @Test func `names and indices follow one another`() {
        let pointer = JSONPointer.root.appending("items").appending(index: 0).appending("quantity")
        #expect(pointer.description == "#/items/0/quantity")
    }

    /// The members and fragments of RFC 6901 §6.
    @Test(arguments: [
        ("foo", "#/foo"), ("", "#/"), ("a/b", "#/a~1b"), ("c%d", "#/c%25d"), ("e^f", "#/e%5Ef"),
        ("g|h", "#/g%7Ch"), ("i\\j", "#/i%5Cj"), ("k\"l", "#/k%22l"), (" ", "#/%20"), ("m~n", "#/m~0n"),
    ])
    func `a name is escaped as in RFC 6901`(_ name: String, _ fragment: String) {
        #expect(JSONPointer.root.appending(name).description == fragment)
    }

    @Test func `other characters are percent-encoded as UTF-8`() {
        #expect(JSONPointer.root.appending("Träger\n#").description == "#/Tr%C3%A4ger%0A%23")
    }

    @Test func `what a fragment may hold stays as it is`() {
        let allowed = "azAZ09-._!$&'()*+,;=:@?"
        #expect(JSONPointer.root.appending(allowed).description == "#/" + allowed)
    }

    @Test func `a pointer is written as a string`() {
        var writer = JSONWriter()
        writer.value(JSONPointer.root.appending("title"))
        #expect(writer.text == "\"#/title\"")
    }
}
