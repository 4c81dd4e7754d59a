import Foundation

/// The sources that these tests belong to.
enum Repository {
    /// The path of a file at the top of the repository, four levels above this one.
    static func file(_ name: String) -> String {
        let top = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent()
        }
        return top.appendingPathComponent(name).path
    }
}
