import Foundation
import Testing

/// `deploy/backup.sh`: seven daily and three weekly backups, nothing older than 30 days (operations.md §11).
@Suite struct RotationTests {
    private let city: City

    init() throws {
        city = try City()
    }

    private func backUp(at time: String) throws -> Outcome {
        try Program.run(
            tool: "bash", Repository.file("deploy/backup.sh"), city.path, city.folder.file("backups"),
            environment: [
                "SCHARNIER_BINARY": Program.binary(), "SCHARNIER_BACKUP_TIME": time,
            ], in: city.folder)
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: city.folder.file("backups")).sorted()
    }

    @Test func `after five weeks seven daily and three weekly ones are left, the newest`() throws {
        for day in 1...31 {
            let made = try backUp(at: String(format: "2026-03-%02dT03:15:00Z", day))
            #expect(made.code == 0, "\(made.errors)")
        }
        // 2026-03-29, -22 and -15 are Sundays.
        let daily = [23, 24, 25, 26, 27, 28, 30, 31].suffix(7).map { "daily-202603\($0)T031500Z" }
        let weekly = [15, 22, 29].map { "weekly-202603\($0)T031500Z" }
        #expect(try names() == [".lock"] + daily + weekly)
    }

    @Test func `a backup that fails removes none of those that are there`() throws {
        for day in 2...8 {
            #expect(try backUp(at: String(format: "2026-03-%02dT03:15:00Z", day)).code == 0)
        }
        let before = try names()
        try city.run(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        try Data(repeating: 7, count: 4096).write(to: URL(fileURLWithPath: city.path))
        let failed = try backUp(at: "2026-03-09T03:15:00Z")
        #expect(failed.code == 65, "\(failed.errors)")
        #expect(try names() == before)
    }

    @Test func `while a backup is from the future nothing is removed, and that is told`() throws {
        for day in 2...8 {
            #expect(try backUp(at: String(format: "2026-03-%02dT03:15:00Z", day)).code == 0)
        }
        #expect(try backUp(at: "2038-01-19T03:14:08Z").code == 0)
        let before = try names()
        let told = try backUp(at: "2026-03-09T03:15:00Z")
        #expect(told.code == 1)
        #expect(told.errors.contains("daily-20380119T031408Z"), "\(told.errors)")
        #expect(try names() == (before + ["daily-20260309T031500Z"]).sorted())
        try FileManager.default.removeItem(atPath: city.folder.file("backups/daily-20380119T031408Z"))
        #expect(try backUp(at: "2026-03-10T03:15:00Z").code == 0)
        #expect(try names().filter { $0.hasPrefix("daily-") }.count == 7)
    }

    @Test func `what a killed run has left goes with the next`() throws {
        let left = city.folder.file("backups/daily-20260301T031500Z.part-99")
        try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: true)
        #expect(try backUp(at: "2026-03-02T03:15:00Z").code == 0)
        #expect(try names() == [".lock", "daily-20260302T031500Z"])
    }
}
