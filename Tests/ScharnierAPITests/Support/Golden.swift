import Foundation
import Testing

/// Files that say what is to come out, kept beside the tests that read them.
///
/// With `SCHARNIER_GOLDEN=write` in the environment they are written instead, to be looked at with `git diff`.
enum Golden {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "..")
    private static let isWriting = ProcessInfo.processInfo.environment["SCHARNIER_GOLDEN"] == "write"

    /// The bytes of a file of these tests.
    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: tests.appending(path: path)))
    }

    /// Expects that `text` is what the file says, and tells the first line that differs.
    static func expect(
        _ text: String, in path: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        if isWriting { return try Data(text.utf8).write(to: tests.appending(path: path)) }
        let kept = String(decoding: try bytes(path), as: UTF8.self)
        guard kept != text else { return }
        let (old, new) = (lines(kept), lines(text))
        let place = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
        let (was, became) = (line(place, of: old), line(place, of: new))
        Issue.record(
            """
            \(path):\(place + 1) says
              \(was)
            and what came out is
              \(became)
            If that is meant, write the files with SCHARNIER_GOLDEN=write and look at what changes.
            """, sourceLocation: sourceLocation)
    }

    private static func lines(_ text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    private static func line(_ place: Int, of lines: [Substring]) -> Substring {
        place < lines.count ? lines[place] : "(nothing)"
    }
}
