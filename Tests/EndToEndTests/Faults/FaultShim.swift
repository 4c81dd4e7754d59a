import Foundation

/// The library of `Tests/FaultShim`, built for one test, and the block by which it is told which call fails.
final class FaultShim {
    /// Calls that are counted together.
    enum Calls: Int64 {
        case file = 1
        case socket = 2
        case memory = 4
        case sync = 8
    }

    /// The numbers of the control block, in its order.
    private enum Field: Int, CaseIterable {
        case classes, countdown, code, repeats, seen, hits, capacity, dropsSyncs, fileSystem
    }

    let folder: Folder
    private let library: String
    private let control: FileHandle

    /// Builds the library; `cc` comes with `build-essential`, which `deploy/test.sh` installs.
    init() throws {
        folder = try Folder()
        library = folder.file("fault.so")
        let source = Repository.file("Tests/FaultShim/FaultShim.c")
        let made = try Program.run(
            tool: "cc", "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl", "-lpthread", in: folder)
        guard made.code == 0 else { throw Missing(what: "the fault library: \(made.errors)") }
        let path = try folder.write(
            Array(repeating: 0, count: Field.allCases.count * MemoryLayout<Int64>.size), to: "control")
        guard let control = FileHandle(forUpdatingAtPath: path) else { throw Missing(what: path) }
        self.control = control
    }

    /// Where the writes of a process go, until they are thrown away.
    var journal: String { folder.file("journal") }

    /// What a process needs in its environment, so that calls on files in `root` can fail.
    func environment(root: Folder, hasJournal: Bool = false) -> [String: String] {
        // Another library may be needed too: that of deploy/sanitize.sh.
        let others = ProcessInfo.processInfo.environment["LD_PRELOAD"].map { [$0] } ?? []
        var environment = [
            "LD_PRELOAD": ([library] + others).joined(separator: ":"),
            "FAULT_CONTROL": folder.file("control"), "FAULT_ROOT": root.path,
        ]
        if hasJournal { environment["FAULT_JOURNAL"] = journal }
        return environment
    }

    /// Lets the n-th call from now fail with `code`; 0 cuts it to half of its octets.
    func fail(_ calls: Calls, at number: Int, with code: Int32, repeating: Bool = false) throws {
        try disarm()
        try set(.countdown, Int64(number))
        try set(.code, Int64(code))
        try set(.repeats, repeating ? 1 : 0)
        try set(.classes, calls.rawValue)
    }

    /// Lets nothing fail any more, and forgets what was counted.
    func disarm() throws {
        for field in [Field.classes, .countdown, .repeats, .seen, .hits] { try set(field, 0) }
    }

    /// How many calls were counted since the last `fail`, and how many of them failed.
    func counts() throws -> (seen: Int64, hits: Int64) {
        (try value(of: .seen), try value(of: .hits))
    }

    /// How many octets fit into the root; nil: as many as there are.
    func setCapacity(_ octets: Int?) throws { try set(.capacity, Int64(octets ?? 0)) }

    /// Whether syncs only pretend.
    func dropSyncs(_ drops: Bool) throws { try set(.dropsSyncs, drops ? 1 : 0) }

    /// What `statfs` tells as the type of every file system.
    func setFileSystem(_ type: Int64) throws { try set(.fileSystem, type) }

    private func set(_ field: Field, _ value: Int64) throws {
        try control.seek(toOffset: UInt64(field.rawValue * MemoryLayout<Int64>.size))
        let octets = (0..<8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
        try control.write(contentsOf: Data(octets))
    }

    private func value(of field: Field) throws -> Int64 {
        try control.seek(toOffset: UInt64(field.rawValue * MemoryLayout<Int64>.size))
        let bytes = try control.read(upToCount: MemoryLayout<Int64>.size) ?? Data()
        return bytes.reversed().reduce(0) { $0 << 8 | Int64($1) }
    }
}
