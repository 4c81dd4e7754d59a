import CFuzzer

/// `Fuzz PROPERTY [arguments of libFuzzer]`; built by deploy/fuzz.sh only.
@main struct Fuzz {
    nonisolated(unsafe) static var property = Property.requests

    static func main() {
        let names = Property.all.map(\.name)
        guard CommandLine.argc > 1,
            let chosen = Property.all.first(where: { $0.name == CommandLine.arguments[1] })
        else {
            print(names.joined(separator: "\n"))
            return
        }
        // Safe because nothing else runs yet.
        unsafe property = chosen
        run()
    }

    private static func run() {
        // libFuzzer reads its arguments behind the first, which is the name of the program.
        var count = CommandLine.argc - 1
        // Safe because the arguments live as long as the process.
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe CommandLine.unsafeArgv + 1
        _ = unsafe LLVMFuzzerRunDriver(&count, &arguments, checkInput)
    }
}

/// One input of libFuzzer; a broken property ends the process, which then keeps the input.
nonisolated func checkInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // Safe because libFuzzer keeps `count` octets there for the time of the call.
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    do {
        // Safe because it was set before the only thread of the fuzzer began.
        try unsafe Fuzz.property.check(bytes)
    } catch {
        fatalError("\(error)")
    }
    return 0
}
