import ChildProcesses
import Foundation
import TestSupport

/// A running `ServerProbe`; killed when it goes out of scope.
final class ProbeProcess {
    let port: Int
    let connectionLimit: Int
    private let process: ChildProcess
    private let folder: TestFolder

    /// Starts it, by a shell that first runs `preparation`, as `ulimit -n 100`.
    init(_ options: String..., after preparation: String = ":") throws {
        folder = try TestFolder()
        process = try ChildProcess(
            "/bin/sh", ["-c", "\(preparation); exec \"$0\" \"$@\"", try Self.binary()] + options,
            output: folder.file("out"))
        var numbers: [Int] = []
        for _ in 0..<10_000 where numbers.count < 2 {
            guard process.isRunning else { throw NotInTime() }
            numbers = try Self.numbers(in: String(decoding: folder.octets(of: "out"), as: UTF8.self))
            usleep(1_000)
        }
        guard numbers.count == 2 else { throw NotInTime() }
        (port, connectionLimit) = (numbers[0], numbers[1])
    }

    /// The last word of every line that is complete.
    private static func numbers(in text: String) -> [Int] {
        text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().compactMap {
            $0.split(separator: " ").last.flatMap { Int($0) }
        }
    }

    /// Built beside these tests, which run as `<build>/scharnierPackageTests.xctest` or get that path as an argument.
    private static func binary() throws -> String {
        let candidates = CommandLine.arguments.filter { $0.hasSuffix(".xctest") } + [Bundle.main.bundlePath]
        for candidate in candidates {
            for folder in [URL(fileURLWithPath: candidate).deletingLastPathComponent().path, candidate]
            where FileManager.default.isExecutableFile(atPath: "\(folder)/ServerProbe") {
                return "\(folder)/ServerProbe"
            }
        }
        throw NotInTime()
    }

    func connect(receiveBuffer: Int32? = nil) throws -> RawClient {
        try RawClient(port: port, receiveBuffer: receiveBuffer)
    }

    /// The status of one request on a connection of its own.
    func status(of path: String) throws -> Int {
        let client = try connect()
        try client.send("GET \(path) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        return try client.readResponse().status
    }

    /// The number of the next descriptor that it will open.
    var nextDescriptor: Int {
        get throws {
            let names = try FileManager.default.contentsOfDirectory(
                atPath: "/proc/\(process.identifier)/fd")
            return (0...names.count).first { !names.contains(String($0)) } ?? names.count
        }
    }

    /// Lets it have so many descriptors from now on.
    func limitDescriptors(to count: Int) throws {
        let tool = try ChildProcess("prlimit", ["--pid", "\(process.identifier)", "--nofile=\(count):"])
        guard try tool.wait() == 0 else { throw NotInTime() }
    }

    /// Processor time used so far, in seconds.
    var processorSeconds: Double {
        get throws {
            let text = try String(contentsOfFile: "/proc/\(process.identifier)/stat", encoding: .utf8)
            let fields = text[(text.lastIndex(of: ")") ?? text.startIndex)...].split(separator: " ")
            // utime and stime, fields 14 and 15 of proc(5), of which `)` ends the second.
            let ticks = fields[12...13].compactMap { Double($0) }.reduce(0, +)
            return ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
        }
    }

    /// Memory in use, in bytes.
    var residentBytes: Int {
        get throws {
            let text = try String(
                contentsOfFile: "/proc/\(process.identifier)/status", encoding: .utf8)
            let line = text.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
            return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
        }
    }
}
