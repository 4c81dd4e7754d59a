extension Key {
    /// Every key there is, in the order in which they are printed.
    package static let all: [Key] =
        places + encryption + sizes + deadlines + crowds + quotas + timers + retention + database
}
