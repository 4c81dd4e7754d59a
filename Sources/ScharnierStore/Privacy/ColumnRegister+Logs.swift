import Scharnier

// Who was brought together with whom, who saw what, and what is kept about all that.

extension ColumnRegister {
    static let brokerage: [ClassifiedTable] = [
        ClassifiedTable(
            "introduction", .brokerage,
            """
            none: id version openness need offer brokerRole channel points ruleVersion status carrierAcceptedAt
            none: supplierAcceptedAt answerDueAt declineSide declineReason createdAt updatedAt dueAt
            organization: supplier carrier host broker proposer
            free_text: message overrideReason declineNote
            technical: members
            """),
        ClassifiedTable("introductionLine", .brokerage, "none: introduction position item quantity"),
        ClassifiedTable("introductionArea", .brokerage, "none: introduction position area"),
        ClassifiedTable(
            "hold", .brokerage,
            "none: introduction position item quantity placedAt expiresAt extensions releasedAt releaseReason"
        ),
        ClassifiedTable(
            "disclosure", .contacts,
            """
            none: id introduction fields infoTextVersion at notice noticedAt acknowledgedAt
            organization: organization toOrganization
            contact: contact
            technical: position
            """),
        ClassifiedTable(
            "privacyRequest", .rights,
            """
            none: id version kind status dueAt createdAt updatedAt
            organization: organization
            contact: contact
            free_text: text identityCheck result
            """),
    ]

    static let logs: [ClassifiedTable] = [
        ClassifiedTable("wordList", .brokerage, "technical: number\nfree_text: words"),
        ClassifiedTable(
            "transition", .evidence,
            """
            none: id subject subjectID event fromState toState role reasonCode at
            organization: organization
            free_text: note
            technical: position
            """),
        ClassifiedTable(
            "change", .exchange,
            """
            none: subject objectID isDeletion isErasure beforeOpenness afterOpenness at
            organization: origin
            technical: sequence beforeMembers afterMembers
            """),
        ClassifiedTable(
            "audit", .evidence,
            """
            none: at action objectType objectID fields role token
            organization: organization
            contact: operatorUser
            technical: position requestID hash
            """),
        ClassifiedTable(
            "keptAnswer", .operation,
            """
            none: status location contentLocation keptAt record
            organization: organization
            free_text: body
            technical: key fingerprint tag
            """),
        ClassifiedTable("retentionRun", .operation, "none: id at counts"),
    ]
}
