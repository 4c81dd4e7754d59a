import ScharnierStore

/// How much the database does for one caller.
extension Key {
    static let database: [Key] = [
        .time(
            "read_milliseconds", \.readTime, 50...60_000, unit: .milliseconds(1),
            "Für ein Lesen in SQLite; danach 503 query_timeout.",
            "For one read in SQLite; then 503 query_timeout."),
        .time(
            "write_milliseconds", \.writer.jobTime, 10...10_000, unit: .milliseconds(1),
            "Für ein Schreiben in SQLite: alle anderen warten solange.",
            "For one write in SQLite: all others wait meanwhile."),
        .integer(
            "waiting_writes", \.writer.waitingJobs, 1...100_000,
            "Schreibende Anfragen, die warten dürfen; danach 503 overloaded.",
            "Writes that may wait; then 503 overloaded."),
        .time(
            "waiting_write_seconds", \.writer.expectedWait, 1...60,
            "Wer voraussichtlich länger warten müsste, bekommt gleich 503.",
            "Who would have to wait longer gets 503 at once."),
        .integer(
            "batch_writes", \.writer.batchJobs, 1...1_000,
            "Schreibende Anfragen je Commit: ein fsync für alle.", "Writes in one commit: one fsync for all."),
        .time(
            "batch_milliseconds", \.writer.batchTime, 1...1_000, unit: .milliseconds(1),
            "Danach nimmt ein Commit keine weiteren auf: die darin warten auf ihre Antwort.",
            "After which a commit takes no more: those in it wait for their answer."),
        .integer(
            "wal_bytes", \.writer.logBytes, 1_048_576...1_073_741_824,
            "Größe des Schreibprotokolls, ab der es abgeschnitten wird.",
            "Size of the write-ahead log beyond which it is cut."),
        .mebibytes(
            "disk_floor_mib", \.floors.freeBytes, 0...1_073_741_824,
            "Freier Platz, unter dem nur noch Löschungen und Widerrufe gehen; 0: keine Grenze.",
            "Free space below which only deletions and revocations are taken; 0: no floor."),
        .mebibytes(
            "disk_reserve_mib", \.floors.reserveBytes, 0...65_536,
            "Für sie vorgehaltener Platz, wenn gar nichts mehr frei ist; 0: keiner.",
            "Space held for them once nothing at all is free; 0: none."),
        .boolean(
            "allow_network_fs", \.allowsNetworkFileSystem,
            "Ob die Datenbank auf NFS, SMB oder FUSE liegen darf, deren Sperren nicht immer halten.",
            "Whether the database may lie on NFS, SMB or FUSE, whose locks do not always hold."),
    ]
}
