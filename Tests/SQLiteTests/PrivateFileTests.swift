import Foundation
import Testing

@testable import SQLite

@Suite struct PrivateFileTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
    }

    private func path(_ name: String) -> String { folder.file(name) }

    @Test func `a copy is the same octets, private, and never overwrites`() throws {
        // More than is read at a time, and no multiple of it.
        let bytes = (0..<700_001).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        try PrivateFile.write(bytes, to: path("a"))
        try PrivateFile.copy(path("a"), to: path("b"))
        #expect(try PrivateFile.bytes(of: path("b"), most: bytes.count) == bytes)
        for name in ["a", "b"] {
            let mode = try FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
        let there = SystemError(call: "open", subject: path("b"), code: EEXIST)
        #expect(throws: there) { try PrivateFile.copy(path("a"), to: path("b")) }
        #expect(throws: there) { try PrivateFile.write([1], to: path("b")) }
        #expect(try PrivateFile.bytes(of: path("b"), most: bytes.count) == bytes)
    }

    @Test func `a file that is larger than expected is not read, one that is missing is nil`() throws {
        try PrivateFile.write([1, 2, 3], to: path("a"))
        #expect(throws: SystemError(call: "read", subject: path("a"), code: EFBIG)) {
            try PrivateFile.bytes(of: path("a"), most: 2)
        }
        #expect(try PrivateFile.bytes(of: path("b"), most: 2) == nil)
    }

    @Test func `removing what is not there is done already`() throws {
        try PrivateFile.remove(path("a"))
        try PrivateFile.write([], to: path("a"))
        try PrivateFile.remove(path("a"))
        #expect(try FileStatus(of: path("a")) == nil)
        #expect(throws: SystemError.self) { try PrivateFile.remove("/proc/self/status") }
    }

    @Test func `what a name stands for is told without following it`() throws {
        try PrivateFile.write([1, 2], to: path("a"))
        try FileManager.default.createSymbolicLink(atPath: path("b"), withDestinationPath: path("a"))
        #expect(try FileStatus(of: path("a"))?.kind == .file)
        #expect(try FileStatus(of: path("a"))?.size == 2)
        #expect(try FileStatus(of: path("b"))?.kind == .symbolicLink)
        #expect(try FileStatus(of: folder.path)?.kind == .directory)
        #expect(try FileStatus(of: "/dev/null")?.kind == .other)
        #expect(try FileStatus(of: path("a/c")) == nil)
    }

    @Test(arguments: [("/a/b/c", "/a/b"), ("/a", "/"), ("a", "."), ("a/b", "a")])
    func `the directory of a path is what stands before its last part`(path: String, directory: String) {
        #expect(PrivateFile.directory(of: path) == directory)
    }

    @Test func `lines are added whole, and one without end is cut off first`() throws {
        try PrivateFile.write(Array("one\ntw".utf8), to: path("a"))
        let file = try AppendedFile(path: path("a"))
        try file.append(Array("three".utf8))
        try file.append([])
        #expect(try PrivateFile.bytes(of: path("a"), most: 100) == Array("one\nthree\n\n".utf8))
    }

    @Test func `a reserve has its size on the disk until it is freed`() throws {
        try ReserveFile.lay(path("r"), bytes: 1 << 20)
        try ReserveFile.lay(path("r"), bytes: 1 << 20)
        #expect(PrivateFile.size(of: path("r")) == 1 << 20)
        #expect(ReserveFile.free(path("r")))
        #expect(!ReserveFile.free(path("r")))
        #expect(throws: SystemError.self) { try ReserveFile.lay(path("r"), bytes: 1 << 60) }
        #expect(PrivateFile.size(of: path("r")) == nil)
    }

    @Test func `a local disk is no network, and has space`() throws {
        #expect(try FileSystem(of: "/proc").unreliableKind == nil)
        #expect(try FileSystem(of: folder.path).freeBytes > 0)
        #expect(throws: SystemError(call: "statfs", subject: path("none"), code: ENOENT)) {
            try FileSystem(of: path("none"))
        }
    }
}
