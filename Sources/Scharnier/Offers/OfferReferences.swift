extension ReadTransaction {
    /// The offer, if `party` may change what it says: its owner, or the officer who acts for the owner.
    ///
    /// - Throws: ``Refusal/notFound``, ``Refusal/roleForbidden``.
    package func offerToRevise(_ id: Identifier<Offer>, as party: Party) throws -> Offer {
        let offer = try offer(id, for: party)
        let actors = offer.actors(of: party, supplier: try organization(offer.organization))
        guard actors.contains(.owner) else { throw Refusal.roleForbidden }
        return offer
    }

    /// Everything that breaks a rule which holds already for drafts, references included.
    package func violations(
        in content: Offer.Content, ownedBy organization: Identifier<Organization>
    ) throws -> [Violation] {
        let taxonomy = try taxonomy()
        var found = content.violations()
        found += try missingAreas(content.areas, at: "area_ids")
        found += taxonomy.violations(of: content.topics, in: .topic, on: today, at: "topics")
        found += taxonomy.violations(
            of: content.targetGroups, in: .targetGroup, on: today, at: "target_groups")
        found += taxonomy.violations(of: content.skills, in: .skill, on: today, at: "skills")
        found += taxonomy.violations(
            of: content.accessibility, in: .accessibility, on: today, at: "accessibility")
        for (code, scheme, path) in [
            (content.category, TaxonomyTerm.Scheme.resourceCategory, "category"),
            (content.engagementForm, .engagementForm, "engagement_form"),
        ] {
            guard let code else { continue }
            found += [taxonomy.violation(of: code, in: scheme, on: today, at: path)].compactMap { $0 }
        }
        found += try violations(ofNaming: content.contact, of: organization)
        return found
    }
}
