import FoundationEssentials

/// A directory of its own, for databases that are thrown away.
struct Scratch {
    let path: String

    init() throws {
        let place = FileManager.default.temporaryDirectory.appending(
            path: "scharnier-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        path = place.path
    }

    func remove() {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            print("left behind: \(path)")
        }
    }
}
