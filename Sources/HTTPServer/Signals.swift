import CLinux
import Glibc

/// The signals a server process lives with.
package enum Signals {
    /// What the process is asked to do.
    package enum Signal: Hashable, Sendable {
        /// SIGTERM or SIGINT: finish what has begun, then end.
        case stop
        /// SIGHUP: read the configuration again.
        case reload
    }

    /// Keeps SIGTERM, SIGINT and SIGHUP for ``wait()`` and ignores SIGPIPE.
    ///
    /// To be called before the first thread starts: threads inherit the mask.
    package static func block() {
        _ = clinux_signals_block()
    }

    /// Waits for the next signal; blocks the calling thread.
    package static func wait() -> Signal {
        clinux_signals_wait() == SIGHUP ? .reload : .stop
    }
}
