import Scharnier

// What was promised and given, and what funders and residents put forward.

extension ColumnRegister {
    static let promises: [ClassifiedTable] = [
        ClassifiedTable(
            "commitment", .brokerage,
            """
            none: id version openness revision introduction need offer status legalNature hasCounterpart
            none: isCounterpartValued counterpartCents startsOn endsOn deliveryDueOn attributionArea termsTextVersion
            none: safeguarding asksForReceipt takenAt acknowledgedAt waitsUntil createdAt updatedAt dueAt
            organization: carrier supplier host broker payee
            free_text: counterpartText purpose acknowledgementNote
            technical: members
            """),
        ClassifiedTable(
            "commitmentLine", .brokerage,
            """
            none: commitment position item kind unit quantity delivered acknowledged valuationMethod valuationCents
            none: vatCents valuedBy
            free_text: basis
            """),
        ClassifiedTable(
            "commitmentSignature", .evidence,
            "none: commitment position side revision at\norganization: organization"),
        ClassifiedTable(
            "commitmentDelivery", .brokerage, "none: commitment position item quantity at\nfree_text: note"),
        ClassifiedTable(
            "outcome", .brokerage,
            """
            none: commitment position side goalMet peopleReached hours inKindCents wouldRepeat consentsToStory at
            free_text: whatChanged
            """),
    ]

    static let proposals: [ClassifiedTable] = [
        ClassifiedTable(
            "programme", .brokerage,
            """
            none: id version openness status kind awardKind policyVersion validFrom validTo verification confirmedOn
            none: financingType leastCents mostCents mostShare leastOwnShare horizons recipientKinds documents
            none: startedProjects isRolling createdAt updatedAt
            organization: organization sourceURL
            free_text: title titleKey summary legalBasis note
            technical: members words createdBy
            """),
        ClassifiedTable("programmeArea", .brokerage, "none: programme position area"),
        ClassifiedTable(
            "programmeAward", .brokerage, "none: programme position year cents\nfree_text: recipient"),
        ClassifiedTable("programmeCall", .brokerage, "none: programme position opensOn closesOn decisionOn"),
        ClassifiedTable("programmeTerm", .brokerage, "none: programme scheme position code"),
        ClassifiedTable(
            "idea", .brokerage,
            """
            none: id version openness status need recordedForArea createdAt updatedAt
            organization: organization carrier
            free_text: title titleKey text
            technical: members words createdBy
            """),
        ClassifiedTable("ideaArea", .brokerage, "none: idea position area"),
        ClassifiedTable("ideaTerm", .brokerage, "none: idea scheme position code"),
        ClassifiedTable(
            "allocationPlan", .brokerage,
            """
            none: id version openness method programme position ruleVersion status failure document createdAt
            none: updatedAt dueAt
            organization: organization
            technical: members createdBy
            """),
        ClassifiedTable(
            "allocationLine", .brokerage, "none: record position offer need cents introduction"),
    ]
}
