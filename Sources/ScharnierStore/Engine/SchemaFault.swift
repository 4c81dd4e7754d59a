package import SQLite

/// Why a database file cannot be served, with the remedy.
package struct SchemaFault: Error, Sendable, CustomStringConvertible {
    /// What is wrong.
    package enum Reason: Equatable, Sendable {
        /// There is no such file.
        case missing
        /// There is a directory of that name.
        case directory
        /// There is a symbolic link of that name.
        case symbolicLink
        /// There is something that is no file, as a pipe.
        case device
        /// The file has nothing in it.
        case empty
        /// The file may not be changed.
        case readOnly
        /// It lies on a file system of this kind, whose locks cannot be relied on.
        case network(String)
        /// It belongs to another program.
        case foreign
        /// It is damaged, or no database.
        case damaged
        /// Its schema has fewer steps than this program knows.
        case older(Int, known: Int)
        /// Its schema has more steps than this program knows.
        case newer(Int, known: Int)
        /// A step left references to rows that are not there.
        case dangling(step: Int, table: String)
        /// Something else that SQLite said.
        case sqlite(SQLiteError)
        /// Something else.
        case other(String)
    }

    /// What is wrong.
    package let reason: Reason

    /// The file it is wrong with.
    package let file: String

    init(_ reason: Reason, file: String) {
        self.reason = reason
        self.file = file
    }

    init(_ error: any Error, file: String) {
        guard let error = error as? SQLiteError else {
            self.init(.other("\(error)"), file: file)
            return
        }
        if error.isCorrupt {
            self.init(.damaged, file: file)
        } else if error.isReadOnly {
            self.init(.readOnly, file: file)
        } else if error.isCannotOpen {
            self.init(.missing, file: file)
        } else {
            self.init(.sqlite(error), file: file)
        }
    }

    /// One line for the operator: the file, what is wrong with it, what to do.
    package var description: String {
        "\(file): \(words)"
    }

    private var words: String {
        switch reason {
        case .missing: "cannot be opened; check the path and its rights, or make a database with `init`"
        case .directory: "is a directory; name the file in it"
        case .symbolicLink: "is a symbolic link; name the file that it leads to"
        case .device: "is no file; name another one"
        case .empty: "is empty, not a database; remove it and run `init`, or restore a backup"
        case .readOnly: "is read-only; check its rights and how the file system is mounted"
        case .network(let kind):
            "lies on \(kind), whose locks cannot be relied on; use a local disk or SCHARNIER_ALLOW_NETWORK_FS=true"
        case .foreign: "belongs to another program; name another file"
        case .damaged: "is damaged or not a database; restore a backup"
        case .older(let number, let known): "has schema \(number), needed is \(known); run `migrate`"
        case .newer(let number, let known):
            "has schema \(number), this program knows \(known); install the version that made it"
        case .dangling(let step, let table):
            "step \(step) leaves rows of \(table) that refer to nothing; restore the copy and report it"
        case .sqlite(let error): "SQLite says \(error.code): \(error.message)"
        case .other(let words): words
        }
    }
}
