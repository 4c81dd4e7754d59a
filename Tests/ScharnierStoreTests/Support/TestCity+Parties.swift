import Scharnier

extension TestCity {
    /// A party of each role, those with an organisation once as `own` and once as another, officers with and without
    /// the areas of `market` and `harbour`.
    func everyKindOfParty(own: Organization) -> [Party] {
        let others: [Party] = [.public, .system, party(office, .cityReader), party(office, .areaOfficer)]
        let officers = [["market"], ["harbour", "south"], ["city", "north", "south", "harbour", "market"]].map
        {
            party(office, .areaOfficer, areas: $0)
        }
        let roles: [Role] = [.carrier, .foundation, .company, .network, .portal, .monitor]
        return others + officers + roles.flatMap { [party(own, $0), party(giver, $0)] }
    }
}
