/// Where a request comes from: the door it came in by, and who stands before it.
package struct Origin: Hashable, Sendable {
    /// The address at the other end; unspecified for Unix sockets and for requests made in the program.
    package var peer: PeerAddress

    /// What the listener is for that the connection came to.
    package var purpose: ListenerPurpose

    /// The process at the other end of a Unix socket, as the kernel knows it.
    package var credentials: PeerCredentials?

    /// Whether the connection itself is encrypted; what a proxy says about its own is not meant here.
    package var isEncrypted: Bool

    /// An origin; without arguments that of a request made in the program.
    package init(
        peer: PeerAddress = PeerAddress(), purpose: ListenerPurpose = .public,
        credentials: PeerCredentials? = nil, isEncrypted: Bool = false
    ) {
        self.peer = peer
        self.purpose = purpose
        self.credentials = credentials
        self.isEncrypted = isEncrypted
    }
}

/// What a listener is for; the application decides what this permits.
package enum ListenerPurpose: String, Hashable, Sendable, CaseIterable {
    /// Everybody's requests.
    case `public`
    /// The machine's own administration: a Unix socket for root and the user that the process runs as.
    case control
    /// Collecting figures.
    case metrics
}

/// The process that connected to a Unix socket, as it was then (`SO_PEERCRED`, unix(7)).
package struct PeerCredentials: Hashable, Sendable {
    package var process: Int32
    package var user: UInt32
    package var group: UInt32

    /// Process, user and group by their numbers.
    package init(process: Int32, user: UInt32, group: UInt32) {
        self.process = process
        self.user = user
        self.group = group
    }
}
