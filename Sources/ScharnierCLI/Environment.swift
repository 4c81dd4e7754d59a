/// The environment, read here and nowhere below.
enum Environment {
    /// Far more than any shell hands over.
    private static let mostBytes = 4 << 20

    /// All variables that the process was started with.
    ///
    /// From /proc (proc(5)), where no other thread can change it meanwhile.
    static func all() throws(FileFault) -> [String: String] {
        let bytes = try FileReading.read("/proc/self/environ", atMost: mostBytes).bytes
        let pairs = bytes.split(separator: 0).map { entry in
            let parts = entry.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return (
                String(decoding: parts[0], as: UTF8.self),
                String(decoding: parts.dropFirst().first ?? [], as: UTF8.self)
            )
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
