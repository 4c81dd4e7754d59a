import Scharnier

extension Identifier<Organization> {
    static let carrier = Identifier.numbered(0xC001)
    static let host = Identifier.numbered(0xC002)
    static let giver = Identifier.numbered(0xF001)
    static let introduced = Identifier.numbered(0xF002)
    static let stranger = Identifier.numbered(0xF003)
    static let city = Identifier.numbered(0xA001)
}

extension Identifier<Area> {
    static let nordmarkt = Identifier.numbered(0xE001)
    static let marten = Identifier.numbered(0xE002)
    static let hafen = Identifier.numbered(0xE003)
}

extension Party {
    /// An officer of the city who is assigned to these areas.
    static func officer(of areas: Identifier<Area>...) -> Party {
        Party(organization: .city, role: .areaOfficer, areas: Set(areas))
    }

    /// The administration of the city.
    static let cityAdmin = Party(organization: .city, role: .cityAdmin)

    /// A reader of the city who belongs to no unit that has records.
    static let cityReader = Party(organization: .numbered(0xA002), role: .cityReader)

    /// A token of an organisation that is no party to anything, in every role but the city's.
    static let strangers: [Party] =
        [Role.carrier, .foundation, .company, .network].map { Party(organization: .stranger, role: $0) }
        + [.officer(of: .hafen), .officer()]

    /// Parties that see no more than everyone.
    static let outsiders: [Party] =
        [.public] + [Role.portal, .monitor].map { Party(organization: .stranger, role: $0) }
}
