/// The schema as the list of steps that built it; steps are only ever added, at the end.
enum Schema {
    static let migrations = Migrations(steps: [
        String(decoding: PackageResources.v0001_initial_sql, as: UTF8.self)
    ])
}
