import SQLite
import Scharnier
import ScharnierStore

/// Turns what is wrong with a database into a message with the remedy and the right exit code.
enum DatabaseFaults {
    /// Runs `body`.
    ///
    /// - Throws: ``CommandFault`` for whatever is wrong with the database.
    static func told<Result>(in language: Language, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let fault as OwnerLockFault {
            throw CommandFault(
                .tryLater, "\(fault). Solange der Dienst läuft, Tokens über POST /v1/tokens verwalten.",
                "\(fault). While the service runs, manage tokens by POST /v1/tokens.", in: language)
        } catch let fault as SchemaFault {
            throw CommandFault(fault.exitCode, "\(fault)", "\(fault)", in: language)
        } catch let error as SystemError {
            throw CommandFault(.cannotCreate, "\(error)", "\(error)", in: language)
        }
    }
}

extension SchemaFault {
    /// The exit code that fits the fault (operations.md §5, §12).
    fileprivate var exitCode: FaultCode {
        switch reason {
        case .missing: .cannotCreate
        case .foreign, .damaged, .older, .newer, .dangling: .badData
        case .sqlite, .other: .inputOutput
        }
    }
}
