/// Where the value of a key comes from.
package enum Origin: Hashable, Sendable {
    case fallback
    case file(String, line: Int)
    case environment(String)
    case flag(String)

    /// As `--print-config` shows it.
    package var description: String {
        switch self {
        case .fallback: "default"
        case .file(let name, let line): "\(name):\(line)"
        case .environment(let variable): variable
        case .flag(let flag): flag
        }
    }
}
