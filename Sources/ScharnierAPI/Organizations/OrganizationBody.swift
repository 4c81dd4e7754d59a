package import JSON
package import Scharnier

/// An organisation on the wire, as one reader sees it.
package struct OrganizationBody: JSONWritable, Sendable {
    let organization: Organization
    let closeness: Closeness
    let day: Day

    /// Without what is computed inside its objects: what a patch is applied to.
    var isDraft = false

    /// The organisation as it looks from `closeness`; receipt capability is that of `day`.
    package init(_ organization: Organization, for closeness: Closeness, on day: Day) {
        self.organization = organization
        self.closeness = closeness
        self.day = day
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.common(
                organization.id, organization.version, organization.createdAt, organization.updatedAt)
            writer.member("revision", organization.revision)
            writer.member("status", word: organization.status)
            writer.member("kind", word: organization.kind)
            // A private person's name is for parties (domain.md §4.1).
            let isPrivate = organization.profile.legalForm == .privatePerson && closeness < .party
            writer.member("name", isPrivate ? "Privatperson" : organization.profile.name)
            writer.member("short_name", isPrivate ? nil : organization.profile.shortName)
            writeFacts(to: &writer)
            writeSeat(to: &writer)
            writeWork(to: &writer)
            writeStanding(to: &writer)
        }
    }

    private func writeFacts(to writer: inout JSONWriter) {
        let profile = organization.profile
        writer.member("legal_form", word: profile.legalForm)
        writer.member("grant_making", profile.isGrantMaking)
        if closeness >= .party { writer.member("economic_activity", profile.isEconomicallyActive) }
        writeRegister(to: &writer)
        if closeness >= .own { writer.member("w_id_nr", profile.businessID) }
        writer.member("size", word: profile.size)
        writer.member("migrant_led", profile.isMigrantLed)
        writer.member("local_economy", profile.isLocalEconomy)
        writer.member("umbrella_organization_id", profile.umbrella)
        writer.member("publicity_default", word: profile.publicityDefault)
    }

    private func writeRegister(to writer: inout JSONWriter) {
        guard let register = organization.profile.register else {
            return writer.member("register", nil as String?)
        }
        writer.memberObject("register") { writer in
            writer.member("court", register.court)
            writer.member("type", word: register.kind)
            writer.member("number", register.number)
        }
    }

    /// A seat that is not public shows its district only.
    private func writeSeat(to writer: inout JSONWriter) {
        guard let seat = organization.profile.seat else {
            writer.member("seat", nil as String?)
            return writer.member("seat_public", organization.profile.isSeatPublic)
        }
        writer.memberObject("seat") { writer in
            let isPrivate = organization.profile.legalForm == .privatePerson
            let isShown = closeness >= .own || organization.profile.isSeatPublic && !isPrivate
            if isShown { writer.member("street", seat.street) }
            if isShown { writer.member("postal_code", seat.postalCode) }
            writer.member("city", seat.city)
            writer.member("area_id", seat.area)
        }
        writer.member("seat_public", organization.profile.isSeatPublic)
    }

    private func writeWork(to writer: inout JSONWriter) {
        let profile = organization.profile
        writer.member("active_area_ids", profile.activeAreas)
        writer.member("topics", profile.topics)
        writer.member("target_groups", profile.targetGroups)
        writer.member("languages", profile.languages)
        writer.member("profile", profile.text)
        writer.member("goals", profile.goals)
        writer.member("selection_criteria", profile.selectionCriteria)
        writer.member("website", profile.website)
        writer.member("transparency", TransparencyBody(profile.transparency, hasScore: !isDraft))
        if closeness >= .own {
            writer.member(
                "cooperation", profile.cooperation.map { CooperationBody($0, hasReadiness: !isDraft) })
        }
    }

    private func writeStanding(to writer: inout JSONWriter) {
        writer.memberObject("verification") { writer in
            writer.member("status", word: organization.verification.status)
            writer.member("method", word: organization.verification.method)
            writer.member("by", organization.verification.by)
            writer.member("at", organization.verification.at)
            if closeness >= .city { writer.member("note", organization.verification.note) }
        }
        writer.member("stewarded", organization.isStewarded)
        writer.member("steward_area_id", organization.stewardArea)
        writer.member("receipt_capable", organization.profile.taxStatus?.canGiveReceipts(on: day) ?? false)
        if closeness >= .own {
            writer.member(
                "tax_status", organization.profile.taxStatus.map { TaxStatusBody(status: $0, day: day) })
        }
    }
}
