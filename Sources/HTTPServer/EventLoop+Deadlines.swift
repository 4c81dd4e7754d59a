import HTTPWire

extension EventLoop {
    private static let nanosecondsPerMillisecond: Int64 = 1_000_000
    /// Entries of the queue beyond those of open connections, so that cleaning up is rare.
    private static let spareDeadlines = 1_024
    /// The longest wait, so that milliseconds always fit.
    private static let longestWait: Int64 = 3_600_000

    /// How long to wait for events: until the next deadline, rounded up so that it is then due.
    func patience() -> (milliseconds: Int32, nanoseconds: Int64) {
        guard postponed.isEmpty else { return (0, 0) }
        // One by one: a list of them would be allocated in every turn.
        let acceptance = min(acceptance.resumesAt ?? .max, acceptance.endsAt ?? .max)
        let next = min(deadlines.earliest ?? .max, acceptance, cutMoment ?? .max)
        guard next < .max else { return (-1, .max / 2) }
        let unit = Self.nanosecondsPerMillisecond
        let milliseconds = min(Self.longestWait, (max(0, next - now) + unit - 1) / unit)
        return (Int32(milliseconds), milliseconds * unit)
    }

    /// Gives a connection until `moment`; costs nothing when the loop looks earlier anyway.
    mutating func setDeadline(_ moment: Int64, of connection: Connection) {
        connection.deadline = moment
        guard moment < connection.scheduled else { return }
        connection.scheduled = moment
        if deadlines.count > Self.spareDeadlines + 2 * connections.count { forgetDeadlines() }
        deadlines.insert(connection.key, at: moment)
    }

    /// Connections that come and go leave deadlines behind, a minute's worth of them.
    private mutating func forgetDeadlines() {
        let connections = connections
        deadlines.removeAll { connections[$0.key]?.scheduled != $0.moment }
    }

    /// Judges everything whose moment has come.
    mutating func expireDeadlines() {
        if let moment = cutMoment, moment <= now { wasCut = true }
        resumeAccepting()
        endAccepting()
        while let due = deadlines.removeDue(at: now) {
            guard let connection = connections[due.key], connection.scheduled == due.moment else { continue }
            connection.scheduled = .max
            if connection.deadline <= now {
                expire(connection)
            } else if connection.deadline < .max {
                setDeadline(connection.deadline, of: connection)
            }
        }
    }

    private mutating func expire(_ connection: Connection) {
        switch connection.phase {
        case .head, .body: refuse(connection, .requestTimeout)
        case .idle where isDraining: linger(connection)
        case .handshake, .idle, .lingering: close(connection)
        case .sending: close(connection, abort: true)
        case .answering where connection.stream != nil: close(connection, abort: true)
        case .answering: giveUp(connection)
        case .closed: break
        }
    }
}
