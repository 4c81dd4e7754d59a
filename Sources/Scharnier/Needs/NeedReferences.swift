extension Need {
    /// Whether a change of a published need must be looked at again (domain.md §5.3 `revise`).
    func asksForReview(since old: Need) -> Bool {
        content.title != old.content.title || content.text != old.content.text
            || content.beneficiaryAreas != old.content.beneficiaryAreas
            || items.map(\.content) != old.items.map(\.content)
    }

    /// The names of the parts that differ, for the audit log.
    func changedFields(since old: Need) -> [String] {
        [
            ("status", status != old.status), ("title", content.title != old.content.title),
            ("text", content.text != old.content.text), ("items", items != old.items),
            ("beneficiary_area_ids", content.beneficiaryAreas != old.content.beneficiaryAreas),
            ("content", content != old.content),
        ].filter(\.1).map(\.0)
    }
}

extension ReadTransaction {
    /// The need, if `party` may change what it says: its owner, or the officer who acts for the owner.
    ///
    /// - Throws: ``Refusal/notFound``, ``Refusal/roleForbidden``.
    package func needToRevise(_ id: Identifier<Need>, as party: Party) throws -> Need {
        let need = try need(id, for: party)
        let actors = need.actors(of: party, carrier: try organization(need.carrier))
        guard actors.contains(.owner) else { throw Refusal.roleForbidden }
        return need
    }

    /// Everything that breaks a rule which holds already for drafts, references included.
    package func violations(
        in content: Need.Content, _ items: [NeedItem.Content], ownedBy carrier: Identifier<Organization>,
        for party: Party
    ) throws -> [Violation] {
        content.violations(with: items)
            + (try referenceViolations(content, items, ownedBy: carrier, party))
    }

    /// The references of a need that lead nowhere, or to what the caller may not know of.
    func referenceViolations(
        _ content: Need.Content, _ items: [NeedItem.Content], ownedBy carrier: Identifier<Organization>,
        _ party: Party
    ) throws -> [Violation] {
        let taxonomy = try taxonomy()
        var found = try missingAreas(content.beneficiaryAreas, at: "beneficiary_area_ids")
        found += taxonomy.violations(of: content.topics, in: .topic, on: today, at: "topics")
        found += taxonomy.violations(
            of: content.targetGroups, in: .targetGroup, on: today, at: "target_groups")
        found += try missingAreas([content.site?.area].compactMap { $0 }, at: "site/area_id")
        if let host = content.host, try organization(host)?.audience.includes(party) != true {
            found.append(.init("host_organization_id", .referenceNotFound, .noSuchReference))
        }
        if let contact = content.contact, try self.contact(contact)?.organization != carrier {
            found.append(.init("contact_id", .referenceNotFound, .noSuchReference))
        }
        for (index, item) in items.enumerated() {
            found += item.codeViolations(in: taxonomy, on: today, at: "items/\(index)")
        }
        return found
    }
}

extension NeedItem.Content {
    fileprivate func codeViolations(in taxonomy: Taxonomy, on day: Day, at path: String) -> [Violation] {
        let category = category.flatMap {
            taxonomy.violation(of: $0, in: .resourceCategory, on: day, at: "\(path)/category")
        }
        let form = engagementForm.flatMap {
            taxonomy.violation(of: $0, in: .engagementForm, on: day, at: "\(path)/engagement_form")
        }
        return [category, form].compactMap { $0 }
            + taxonomy.violations(of: skills, in: .skill, on: day, at: "\(path)/skills")
            + taxonomy.violations(of: accessibility, in: .accessibility, on: day, at: "\(path)/accessibility")
    }
}
