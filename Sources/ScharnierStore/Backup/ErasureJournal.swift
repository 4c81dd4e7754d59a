import Glibc
import JSON
import SQLite
import Synchronization

/// The file beside a database that says what a restored backup must not bring back.
///
/// An entry is durable before the change it belongs to is committed. Should the commit fail, a later restore takes
/// back what was meant to be taken back: the harmless side to err on.
package final class ErasureJournal: Sendable {
    /// Far more than the tokens a city revokes in its life; a larger file is not ours.
    static let mostBytes = 256 << 20

    private struct State {
        var file: AppendedFile?
        var noted: Set<ErasureEntry> = []
    }

    private let path: String
    private let state = Mutex(State())

    /// The journal of the database at `database`; its file is made with the first entry.
    package init(database: String) {
        path = Self.path(beside: database)
    }

    /// Where the journal of a database lies.
    package static func path(beside database: String) -> String { database + ".erasures.ndjson" }

    /// Adds an entry, unless this object has added it before.
    ///
    /// - Throws: ``StoreFailure/storageFull`` or `SystemError`; the entry is not there then.
    package func note(_ entry: ErasureEntry) throws {
        try state.withLock { state in
            guard !state.noted.contains(entry) else { return }
            do {
                let file = try state.file ?? AppendedFile(path: path)
                state.file = file
                try file.append(Self.line(entry))
            } catch let error as SystemError where error.code == ENOSPC {
                throw StoreFailure.storageFull
            }
            state.noted.insert(entry)
        }
    }

    /// The entries in a journal; none if there is no such file.
    ///
    /// A last line without end was never acknowledged: the process ended while it was written.
    /// - Throws: ``BackupFault`` for a line that is not understood, or `SystemError`.
    package static func entries(in path: String) throws -> [ErasureEntry] {
        guard let bytes = try PrivateFile.bytes(of: path, most: mostBytes) else { return [] }
        let whole = bytes.prefix(through: (bytes.lastIndex(of: 0x0a) ?? -1))
        return try whole.split(separator: 0x0a).enumerated().map { number, line in
            guard let entry = try ErasureEntry(value(in: line)) else {
                throw BackupFault(.journal(line: number + 1), path)
            }
            return entry
        }
    }

    /// The text of a journal with these entries.
    static func text(_ entries: some Sequence<ErasureEntry>) -> [UInt8] {
        entries.flatMap { line($0) + [0x0a] }
    }

    private static func line(_ entry: ErasureEntry) -> [UInt8] {
        var writer = JSONWriter(capacity: 128)
        writer.value(entry)
        return writer.bytes
    }

    private static func value(in line: ArraySlice<UInt8>) throws -> JSONValue {
        do throws(JSONSyntaxError) {
            return try JSONValue(parsing: Array(line))
        } catch {
            // What cannot be read is no entry; the caller says in which line.
            return .null
        }
    }
}
