/// How often carriers were seen in lists over the last thirty days, as of last midnight, and how often they were due.
package struct ExposureLedger: Equatable, Sendable {
    /// What one carrier got and was due, both in thousandths of a first place.
    package struct Account: Equatable, Sendable {
        /// What it would have got if lists were dealt out by the number of eligible pairs.
        package let due: Int
        /// The sum of 1/log2(rank + 1) over the lists that showed it.
        package let got: Int

        /// An account with these thousandths.
        package init(due: Int, got: Int) {
            self.due = due
            self.got = got
        }
    }

    private let accounts: [UInt128: Account]

    /// The carriers that were among the first ten of a list.
    private let seen: Set<UInt128>

    /// What was noted until midnight.
    package init(accounts: [UInt128: Account] = [:], seen: Set<UInt128> = []) {
        self.accounts = accounts
        self.seen = seen
    }

    /// Whether a carrier was among the first ten of a list.
    func wasSeen(_ carrier: UInt128) -> Bool { seen.contains(carrier) }

    /// By how many centipoints a carrier's needs are moved: 250·(due − got)/max(1, due), at most 250 either way.
    ///
    /// So nobody passes anyone who is more than five points better.
    func adjustment(for carrier: UInt128) -> Int {
        guard let account = accounts[carrier] else { return 0 }
        let share = Self.most * (account.due - account.got) / max(1_000, account.due)
        return min(max(share, -Self.most), Self.most)
    }

    private static let most = 250
}
