import CLinux
import HTTPServer
import SQLite
import Scharnier
import ScharnierConfiguration
import ScharnierStore

/// What the machine offers: space, speed, time, descriptors.
extension Examination {
    /// Room for a day or two of warning before the floor itself is reached.
    private static let roomAboveFloor = 2
    /// Twenty commits a second without group commit: a disk that slow makes every caller wait.
    private static let slowSync: Int64 = 50_000
    /// What clocks of machines may differ by when a file comes from elsewhere.
    private static let clockTolerance = 60
    /// 2026-01-01T00:00:00Z: this program is younger.
    private static let earliestTime: Int64 = 1_767_225_600

    static func disk(_ configuration: Configuration) -> [Finding] {
        let folder = PrivateFile.directory(of: configuration.db)
        guard let free = ProcessFigures.freeBytes(besides: folder) else { return [] }
        let mebibytes = free >> 20
        let floor = Int64(configuration.floors.freeBytes) * Int64(roomAboveFloor)
        let space: Finding =
            free >= floor
            ? .good("disk_space", "\(mebibytes) MiB frei.", "\(mebibytes) MiB free.")
            : .bad(
                "disk_space", Wording("nur \(mebibytes) MiB frei.", "only \(mebibytes) MiB free."),
                remedy: Wording(
                    "Platz schaffen: unter \(configuration.floors.freeBytes >> 20) MiB wird nur noch gelöscht.",
                    "Make room: below \(configuration.floors.freeBytes >> 20) MiB only deletions are taken."))
        return [space, sync(configuration.db)]
    }

    private static func sync(_ path: String) -> Finding {
        guard let time = SyncProbe.medianMicroseconds(besides: path) else {
            return .bad(
                "sync_time", Wording("nicht zu messen.", "cannot be measured."),
                remedy: Wording(
                    "Als der Nutzer aufrufen, unter dem der Dienst läuft.",
                    "Run it as the user of the service."))
        }
        guard time > slowSync else {
            return .good("sync_time", "\(time) µs je Sync.", "\(time) µs for a sync.")
        }
        return .bad(
            "sync_time", Wording("\(time) µs je Sync.", "\(time) µs for a sync."),
            remedy: Wording(
                "Schnellere Platte; jede Zusage wartet auf einen Sync.",
                "Use a faster disk; each promise waits for one."))
    }

    static func clock(_ configuration: Configuration) -> [Finding] {
        let now = clinux_wall_seconds()
        let newest = FileFacts(configuration.db)?.modified ?? 0
        guard now < earliestTime || newest > Int(now) + clockTolerance else {
            return [.good("clock", "geht vorwärts.", "goes forward.")]
        }
        return [
            .bad(
                "clock",
                Wording(
                    "Die Datenbank kommt aus der Zukunft, oder die Uhr geht nach.",
                    "The database is from the future, or the clock is slow."),
                remedy: Wording(
                    "Zeitabgleich einschalten (timedatectl set-ntp true).",
                    "Switch on time synchronisation (timedatectl set-ntp true)."))
        ]
    }

    static func limits(_ configuration: Configuration) -> [Finding] {
        let limit = Descriptors.raiseLimit()
        let wanted = configuration.server.connections + Descriptors.reserve
        guard limit < wanted else {
            return [.good("descriptors", "\(limit) erlaubt.", "\(limit) permitted.")]
        }
        return [
            .bad(
                "descriptors",
                Wording("\(limit) erlaubt, \(wanted) gewünscht.", "\(limit) permitted, \(wanted) wanted."),
                remedy: Wording(
                    "LimitNOFILE heben oder `connections` senken.",
                    "Raise LimitNOFILE or lower `connections`."))
        ]
    }
}
