import Logging
import ScharnierConfiguration
import Synchronization

/// The least important lines that are logged, for the whole process; SIGHUP can change it.
enum LogThreshold {
    private static let state = Atomic<Int>(Logger.Level.info.rank)

    static func set(_ level: LogLevel) { state.store(Logger.Level(level).rank, ordering: .relaxed) }

    static var level: Logger.Level {
        let rank = state.load(ordering: .relaxed)
        return Logger.Level.allCases.first { $0.rank == rank } ?? .info
    }
}

extension Logger.Level {
    init(_ level: LogLevel) {
        self =
            switch level {
            case .debug: .debug
            case .info: .info
            case .warning: .warning
            case .error: .error
            }
    }

    fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
