import Logging
import ScharnierConfiguration
import Synchronization

/// The least important lines that are logged, for the whole process; SIGHUP can change it.
enum LogThreshold {
    private static let state = Atomic<Int>(Logger.Level.info.rank)

    static func set(_ level: LogLevel) { state.store(Logger.Level(level).rank, ordering: .relaxed) }

    /// Whether a line of this level is logged.
    static func admits(_ level: Logger.Level) -> Bool { level.rank >= state.load(ordering: .relaxed) }

    static var level: Logger.Level { Logger.Level.allCases.first(where: admits) ?? .critical }
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

    fileprivate var rank: Int {
        switch self {
        case .trace: 0
        case .debug: 1
        case .info: 2
        case .notice: 3
        case .warning: 4
        case .error: 5
        case .critical: 6
        }
    }
}
