import ChildProcesses
import Foundation

/// How a process ended and what it wrote.
struct Outcome {
    /// The exit code; 128 + number after a signal, as a shell tells it.
    let code: Int32
    let output: [UInt8]
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n").map(String.init) }
}

/// A process with its output in files, so that no full pipe can stop it; killed when it goes out of scope.
final class Run {
    private let process: ChildProcess
    private let folder: Folder
    private let outputPath: String
    private let errorPath: String

    /// Starts a program.
    init(_ program: String, _ arguments: [String], environment: [String: String] = [:], in folder: Folder)
        throws
    {
        self.folder = folder
        outputPath = try folder.newFile("out")
        errorPath = try folder.newFile("err")
        process = try ChildProcess(
            program, arguments,
            environment: Self.cleanEnvironment.merging(environment) { _, new in new },
            output: outputPath, errors: errorPath)
    }

    /// Settings of whoever runs the tests must not reach the program.
    private static var cleanEnvironment: [String: String] {
        ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("SCHARNIER_") }
            // Where tests run is not for them to choose: some containers have their files behind FUSE.
            .merging(["SCHARNIER_ALLOW_NETWORK_FS": "true"]) { _, new in new }
            .merging(Effort.isSanitized ? unhurried : [:]) { _, new in new }
    }

    /// Limits that a program does not meet because a sanitizer watches it.
    private static let unhurried = [
        "SCHARNIER_WRITE_MILLISECONDS": "10000", "SCHARNIER_READ_MILLISECONDS": "60000",
    ]

    /// What it wrote to standard error so far.
    var errors: String { (try? folder.text(of: errorPath)) ?? "" }

    var processID: Int32 { process.identifier }

    var isRunning: Bool { process.isRunning }

    func send(_ signal: Int32) { process.send(signal) }

    /// Waits for the end.
    func outcome(within seconds: Int = 30) throws -> Outcome {
        let code = try process.wait(seconds: seconds)
        return Outcome(code: code, output: try folder.bytes(of: outputPath), errors: errors)
    }
}
