extension WriteTransaction {
    /// Refuses everything but leaving to a suspended or closed organisation (domain.md §5).
    func requireStanding(of organization: Organization?, for event: String, as party: Party) throws(Refusal) {
        guard let organization, party.role != .cityAdmin else { return }
        guard !Self.leaving.contains(event), let failed = organization.lackOfStanding else { return }
        throw .guardFailed([failed])
    }

    /// What even those may do that may do nothing else.
    private static var leaving: Set<String> { ["withdraw", "cancel", "decline", "acknowledge"] }
}

extension Organization {
    /// Why it may do nothing but leave, if that is so.
    var lackOfStanding: FailedGuard? {
        if verification.status == .suspended {
            let text = Wording("Diese Organisation ist gesperrt.", "This organisation is suspended.")
            let fix = Wording("Die Stadt hebt die Sperre auf.", "The city reinstates it.")
            return FailedGuard("organization_suspended", text, fix: fix)
        }
        guard status != .active else { return nil }
        let text = Wording("Diese Organisation ist aufgelöst.", "This organisation is closed.")
        let fix = Wording("Die Stadt kann sie wieder öffnen.", "The city can reopen it.")
        return FailedGuard("organization_closed", text, fix: fix)
    }
}
