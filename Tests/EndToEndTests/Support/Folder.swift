import Foundation

/// A directory of its own for one test, gone afterwards.
final class Folder {
    let path: String
    private var fileCount = 0

    init() throws {
        var template = Array("\(FileManager.default.temporaryDirectory.path)/scharnier-XXXXXX".utf8CString)
        // Safe because the template ends with a zero and lives for the call.
        guard unsafe mkdtemp(&template) != nil else {
            throw Missing(what: "a temporary directory (errno \(errno))")
        }
        path = String(decoding: template.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of a file that need not be there.
    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// An empty file with a name that no other has.
    func newFile(_ suffix: String) throws -> String {
        fileCount += 1
        return try write([], to: "\(fileCount).\(suffix)")
    }

    /// Writes a file and returns its path.
    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
        return file(name)
    }

    func bytes(of path: String) throws -> [UInt8] {
        try Array(Data(contentsOf: URL(fileURLWithPath: path)))
    }

    func text(of path: String) throws -> String { String(decoding: try bytes(of: path), as: UTF8.self) }

    /// All files in it, with their content; sockets have none.
    func contents() throws -> [String: [UInt8]] {
        var contents: [String: [UInt8]] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: path) where !isSocket(file(name)) {
            contents[name] = try bytes(of: file(name))
        }
        return contents
    }

    private func isSocket(_ path: String) -> Bool {
        let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        return type == .typeSocket
    }
}
