import CSQLite
import Synchronization

/// Stops what a connection is doing, from any thread.
@safe
package final class Interrupter: Sendable {
    // Safe because the pointer is used under the lock only, and forgotten before the connection closes.
    private let connection: Mutex<UInt>

    init(_ connection: OpaquePointer) {
        self.connection = Mutex(UInt(bitPattern: connection))
    }

    /// Lets the statement under way fail with `SQLITE_INTERRUPT`; nothing if there is none.
    ///
    /// A change that is interrupted within a transaction takes the transaction back
    /// (sqlite.org/c3ref/interrupt.html).
    package func interrupt() {
        connection.withLock { address in
            guard let handle = unsafe OpaquePointer(bitPattern: address) else { return }
            unsafe sqlite3_interrupt(handle)
        }
    }

    func forget() {
        connection.withLock { $0 = 0 }
    }
}
