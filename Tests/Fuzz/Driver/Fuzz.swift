import CFuzzer
import Glibc

/// Runs libFuzzer with its usual arguments over the property that the environment names.
@main struct Fuzz {
    static func main() {
        var count = CommandLine.argc
        // Safe because the arguments live as long as the process.
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe CommandLine.unsafeArgv
        _ = unsafe LLVMFuzzerRunDriver(&count, &arguments, checkInput)
    }
}

private let chosen: Property = {
    // Safe because the string is copied before anything can change the environment.
    let name = unsafe getenv("FUZZ_PROPERTY").map { unsafe String(cString: $0) }
    guard let property = Property.all.first(where: { $0.name == name }) else {
        fatalError("FUZZ_PROPERTY is to be one of: \(Property.all.map(\.name).joined(separator: " "))")
    }
    return property
}()

/// One input of libFuzzer; a broken property ends the process, which then keeps the input.
nonisolated func checkInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // Safe because libFuzzer keeps `count` octets there for the time of the call.
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    do {
        try chosen.check(bytes)
    } catch {
        fatalError("\(error)")
    }
    return 0
}
