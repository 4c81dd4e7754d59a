import SQLite

/// The right to be the one process that opens a database, held until released or the process ends.
package final class OwnerLock: Sendable {
    private let lock: FileLock

    /// Takes the lock on the database at `path`, by way of a file `path.lock` beside it.
    ///
    /// - Throws: ``OwnerLockFault``; at once, without waiting.
    package init(database path: String) throws(OwnerLockFault) {
        do throws(FileLockError) {
            lock = try FileLock(path: path + ".lock")
        } catch {
            switch error {
            case .held(let owner): throw .held(file: path, owner: owner)
            case .failed(let error): throw .failed(file: path, "\(error)")
            }
        }
    }

    /// Lets another process have the database; nothing may be open any more.
    package func release() {
        lock.release()
    }
}

/// Why a process may not open a database.
package enum OwnerLockFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// Another process has it.
    case held(file: String, owner: Int32?)
    /// The lock could not be taken for another reason.
    case failed(file: String, String)

    /// One line for the operator: the file, what is wrong, what to do.
    package var description: String {
        switch self {
        case .held(let file, let owner):
            "\(file): in use by process \(owner.map(String.init) ?? "unknown"); stop it first"
        case .failed(let file, let words):
            "\(file): cannot be locked; check the rights of its directory (\(words))"
        }
    }
}
