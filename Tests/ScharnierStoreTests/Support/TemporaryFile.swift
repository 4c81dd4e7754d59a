import Foundation

/// A path for a database in a new directory, which is removed with everything in it.
final class TemporaryFile {
    let path: String
    private let directory: URL

    init() {
        directory = FileManager.default.temporaryDirectory.appending(path: "scharnier-\(UUID())")
        path = directory.appending(path: "city.db").path
    }

    deinit {
        try? FileManager.default.removeItem(at: directory)
    }
}
