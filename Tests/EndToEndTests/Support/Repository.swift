import Foundation

/// The sources that these tests belong to.
enum Repository {
    /// The path of a file at the top of the repository.
    static func file(_ name: String, from here: String = #filePath) -> String {
        let support = URL(fileURLWithPath: here).deletingLastPathComponent()
        return support.appendingPathComponent("../../../\(name)").path
    }
}
