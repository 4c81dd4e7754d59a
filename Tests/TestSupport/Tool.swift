import ChildProcesses
import Foundation

/// A program of the system, run to its end.
package struct Tool {
    /// The exit code.
    package let code: Int32
    /// What it wrote to standard output.
    package let output: [UInt8]
    /// What it wrote to standard error.
    package let errors: String

    package var text: String { String(decoding: output, as: UTF8.self) }

    /// Runs a program of `PATH` with this input; what it writes has to fit into memory.
    package init(_ name: String, _ arguments: [String], input: String = "") throws {
        let folder = try TestFolder()
        let process = try ChildProcess(
            name, arguments, input: try folder.write(Array(input.utf8), to: "in"), output: folder.file("out"),
            errors: folder.file("err"))
        code = try process.wait()
        output = try folder.octets(of: "out")
        errors = String(decoding: try folder.octets(of: "err"), as: UTF8.self)
    }
}

/// A directory of its own for one test, gone afterwards.
package final class TestFolder: Sendable {
    package let path: String

    package init() throws {
        var template = Array("\(FileManager.default.temporaryDirectory.path)/scharnier-XXXXXX".utf8CString)
        // Safe because the template ends with a zero and lives for the call.
        guard unsafe mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
        path = String(decoding: template.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of a file that need not be there.
    package func file(_ name: String) -> String { "\(path)/\(name)" }

    package func octets(of name: String) throws -> [UInt8] {
        try Array(Data(contentsOf: URL(fileURLWithPath: file(name))))
    }

    /// Writes a file with these permissions and returns its path.
    @discardableResult
    package func write(_ octets: [UInt8], to name: String, mode: Int = 0o600) throws -> String {
        try Data(octets).write(to: URL(fileURLWithPath: file(name)))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file(name))
        return file(name)
    }

    /// Puts the content of another file in the place of one, in one step as renewals do, or removes it.
    func replace(_ path: String, by other: String?) throws {
        guard let other else { return try FileManager.default.removeItem(atPath: path) }
        try FileManager.default.copyItem(atPath: other, toPath: file("next"))
        guard unsafe rename(file("next"), path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
