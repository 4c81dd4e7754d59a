import Foundation

/// The binary under test, and the tools beside it.
enum Program {
    /// `scharnier`: from `SCHARNIER_BINARY`, else what was built with these tests.
    static func binary() throws -> String {
        let environment = ProcessInfo.processInfo.environment
        if let named = environment["SCHARNIER_BINARY"] { return named }
        // The tests run as <build>/scharnierPackageTests.xctest or as a helper that gets that path as an argument.
        let candidates = CommandLine.arguments.filter { $0.hasSuffix(".xctest") } + [Bundle.main.bundlePath]
        for candidate in candidates {
            let folder = URL(fileURLWithPath: candidate).deletingLastPathComponent()
            for place in [folder, URL(fileURLWithPath: candidate)] {
                let path = place.appendingPathComponent("scharnier").path
                if FileManager.default.isExecutableFile(atPath: path) { return path }
            }
        }
        throw Missing(what: "scharnier beside \(candidates); build it or set SCHARNIER_BINARY")
    }

    /// A tool in `PATH`.
    static func tool(_ name: String) throws -> String {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        for folder in folders where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") {
            return "\(folder)/\(name)"
        }
        throw Missing(what: "the tool \(name); deploy/test.sh installs it (apt-get install \(name))")
    }

    /// Runs `scharnier` to its end.
    static func run(_ arguments: String..., in folder: Folder) throws -> Outcome {
        try Run(binary(), arguments, in: folder).outcome()
    }

    /// Runs a tool to its end; what it needs goes into its environment.
    static func run(
        tool name: String, _ arguments: String..., environment: [String: String] = [:], in folder: Folder
    ) throws -> Outcome {
        try Run(tool(name), arguments, environment: environment, in: folder).outcome()
    }
}

/// What a test needs and does not find.
struct Missing: Error, CustomStringConvertible {
    let what: String
    var description: String { "missing: \(what)" }
}
