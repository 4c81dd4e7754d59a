import Scharnier

// What is asked for, what is offered, and what was entered for it.

extension ColumnRegister {
    static let records: [ClassifiedTable] = [
        ClassifiedTable(
            "need", .brokerage,
            """
            none: id createdAt version revision status needsReview verificationRole verifiedAt verifiedRevision
            none: confirmedAt staleAt publishedAt outcome closingReason recordedForArea updatedAt horizon neededByOn
            none: hasPeriod periodFrom periodTo reviewOn isCityWide hasSite siteArea actionFields beneficiaryCount
            none: compulsoryPublicTask startedOn hasNoPublicFunding welcomesAlternatives visibility dueAt openness
            organization: carrier host siteName siteAddress
            contact: contact
            free_text: title titleKey text plainSummary participation ownSteps otherwiseUnavailable selfHelp
            free_text: counterpart closingNote publicRow
            technical: members words createdBy
            """),
        ClassifiedTable(
            "needItem", .brokerage,
            """
            none: id need position committed held fulfilled isWithdrawn kind category quantity unit minimum costType
            none: costLayer condition schedule startsAt endsAt daysFrom daysTo hoursPerWeek isRemoteOK skills
            none: areSkillsMandatory languages accessibility safeguarding engagementForm
            free_text: title description
            """),
        ClassifiedTable("needArea", .brokerage, "none: need position area"),
        ClassifiedTable("needTerm", .brokerage, "none: need scheme position code"),
        ClassifiedTable("needIntroduced", .brokerage, "none: need\norganization: organization"),
        ClassifiedTable(
            "offer", .brokerage,
            """
            none: id createdAt version revision supplierKind usagePeriodStart held committed status confirmedAt staleAt
            none: activatedAt recordedForArea updatedAt kind category quantity unit minimum maximum period
            none: isInexhaustible availableFrom availableTo schedule startsAt endsAt daysFrom daysTo hoursPerWeek
            none: reach condition areTopicsStrict areTargetGroupsStrict horizons skills languages accessibility
            none: safeguarding engagementForm legalNature publicity visibility dueAt openness
            organization: organization
            contact: contact
            free_text: title titleKey text counterpartWish conditions publicRow
            technical: members words createdBy
            """),
        ClassifiedTable("offerArea", .brokerage, "none: offer position area"),
        ClassifiedTable("offerTerm", .brokerage, "none: offer scheme position code"),
        ClassifiedTable("offerIntroduced", .brokerage, "none: offer\norganization: organization"),
        ClassifiedTable("offerNamed", .brokerage, "none: offer\norganization: organization"),
        ClassifiedTable(
            "confirmLink", .access, "none: subject objectID id createdAt expiresAt\nsecret: digest"),
        ClassifiedTable(
            "intakeLink", .access,
            """
            none: id area maximumUses createdAt expiresAt revokedAt
            organization: organization organizationName
            technical: createdBy
            secret: digest
            """),
        ClassifiedTable("intakeNeed", .access, "none: link position need"),
        ClassifiedTable(
            "endorsement", .brokerage, "none: id version need at\norganization: network\nfree_text: statement"
        ),
        ClassifiedTable(
            "externalReference", .exchange,
            """
            none: source kind record sourceUpdatedAt firstSeenAt lastSeenAt
            organization: organization externalID sourceURL
            technical: members
            """),
        ClassifiedTable(
            "importReport", .exchange,
            "none: id createdAt\norganization: organization\nfree_text: document"),
    ]
}
