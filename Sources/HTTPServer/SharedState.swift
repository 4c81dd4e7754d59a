/// What the loops of one server count together.
struct SharedState: Sendable {
    let connectionLimit: Int
    let census: Census
    let load: Load
    let tally = Tally()

    /// For a process that may have so many descriptors open.
    init(_ configuration: ServerConfiguration, descriptors: Int) {
        connectionLimit = Descriptors.connections(wanted: configuration.connections, within: descriptors)
        census = Census(
            limit: connectionLimit, limitPerAddress: configuration.connectionsPerAddress,
            trust: configuration.trust)
        load = Load(limit: configuration.requestsInWork)
    }
}
