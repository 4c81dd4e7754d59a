import Scharnier
import ScharnierAPI
import ScharnierStore

/// A database that this process owns, opened for serving or for a command.
struct OpenDatabase {
    let store: SQLiteStore

    /// Takes the lock, checks the schema and opens the store.
    ///
    /// - Throws: ``CommandFault`` with the file and the remedy.
    init(
        _ options: DatabaseOptions, isMigrating: Bool = false, events: StoreEvents = StoreEvents(),
        now: @escaping @Sendable () -> Instant = WallClock.now
    ) throws {
        store = try DatabaseFaults.told(in: options.talk.language) {
            try SQLiteStore(
                path: options.localPath(), publicRows: .current, isMigrating: isMigrating,
                floors: try .configured(in: options.talk.language),
                events: events, now: now)
        }
    }
}

extension DiskFloors {
    /// The floors as `SCHARNIER_DISK_FLOOR_MIB` and `SCHARNIER_DISK_RESERVE_MIB` say, in MiB; 0 switches one off.
    static func configured(in language: Language) throws(CommandFault) -> DiskFloors {
        var floors = DiskFloors()
        floors.freeBytes = try bytes("DISK_FLOOR_MIB", language) ?? floors.freeBytes
        floors.reserveBytes = try bytes("DISK_RESERVE_MIB", language) ?? floors.reserveBytes
        return floors
    }

    /// No disk of today is larger: 1 PiB.
    private static let mostMebibytes = 1 << 30

    private static func bytes(_ name: String, _ language: Language) throws(CommandFault) -> Int? {
        guard let text = Environment.value(name) else { return nil }
        guard let number = Int(text), (0...mostMebibytes).contains(number) else {
            throw CommandFault(
                .configuration, "SCHARNIER_\(name): erwartet wird eine ganze Zahl von MiB, nicht \(text).",
                "SCHARNIER_\(name): expected is a whole number of MiB, not \(text).", in: language)
        }
        return number << 20
    }
}
