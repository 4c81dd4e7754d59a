import CSpawn
import Glibc
import Synchronization

/// A program that a test has started; killed when it goes out of scope.
///
/// Foundation's `Process` learns of an end by a socket that other children may inherit, and by a thread that waits for
/// all of them: an end may be told late, or never. Here the system is asked for this child and no other.
package final class ChildProcess: Sendable {
    /// How it ended, as a shell tells it: the exit code, or 128 and the number of the signal.
    package typealias Code = Int32

    package let identifier: Int32
    private let code = Mutex<Code?>(nil)

    /// Starts a program, which sees nothing of this process but its environment and three files.
    ///
    /// `path`: the program, looked for in `PATH` if there is no slash in it. `environment`: that of this process, if
    /// none is given.
    package init(
        _ path: String, _ arguments: [String] = [], environment: [String: String]? = nil,
        input: String = "/dev/null", output: String = "/dev/null", errors: String = "/dev/null"
    ) throws(ChildProcessFault) {
        let words = CWords([path] + arguments)
        let settings = environment.map { CWords($0.map { "\($0.key)=\($0.value)" }) }
        var identifier: pid_t = 0
        // Safe because the words live until the call is over, and the program has copies.
        let number = withExtendedLifetime((words, settings)) {
            unsafe spawn_child(&identifier, words.pointers, settings?.pointers, input, output, errors)
        }
        guard number == 0 else { throw .notStarted(path, errno: number) }
        self.identifier = identifier
    }

    deinit {
        send(SIGKILL)
        _ = end(waiting: 0)
    }

    /// Whether it has not ended.
    package var isRunning: Bool { end(waiting: WNOHANG) == nil }

    /// Sends a signal, unless it has ended: its number may be another's by now.
    package func send(_ signal: Int32) {
        code.withLock { if $0 == nil { _ = kill(identifier, signal) } }
    }

    /// Waits for its end and tells how it was; kills it when there is none in time.
    package func wait(seconds: Int = 60) throws(ChildProcessFault) -> Code {
        for _ in 0..<seconds * 1_000 {
            if let code = end(waiting: WNOHANG) { return code }
            usleep(1_000)
        }
        send(SIGKILL)
        throw .notEnded(identifier, seconds: seconds)
    }

    private func end(waiting options: Int32) -> Code? {
        code.withLock { code in
            if code != nil { return code }
            var status: Int32 = 0
            var answer: pid_t = -1
            repeat {
                answer = unsafe waitpid(identifier, &status, options)
            } while answer < 0 && errno == EINTR
            if answer == identifier { code = Self.code(of: status) }
            return code
        }
    }

    /// As WIFEXITED, WEXITSTATUS and WTERMSIG of wait(2), which are macros.
    private static func code(of status: Int32) -> Code {
        let signal = status & 0x7f
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal
    }
}

/// Why there is no child, or no end of one.
package enum ChildProcessFault: Error, Equatable {
    case notStarted(String, errno: Int32)
    case notEnded(Int32, seconds: Int)
}
