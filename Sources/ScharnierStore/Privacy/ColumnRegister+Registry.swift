import Scharnier

// How the city is described, and who acts in it.

extension ColumnRegister {
    static let city: [ClassifiedTable] = [
        ClassifiedTable(
            "meta", .operation,
            """
            none: createdAt
            technical: id oldestPosition erasures scrubbed publicRowForm textForm referenceStamp
            secret: instanceKey
            """),
        ClassifiedTable("cutOff", .operation, "technical: first last"),
        ClassifiedTable(
            "area", .reference,
            """
            none: id version kind code name parent validFrom validTo decidedOn decisionText population hectares
            none: supervisingUnit geometryStatus geometry latitude longitude createdAt updatedAt
            """),
        ClassifiedTable("areaAlias", .reference, "none: area position alias"),
        ClassifiedTable("areaRelation", .reference, "none: fromArea toArea kind shareBasisPoints"),
        ClassifiedTable("indicator", .reference, "none: code nameDe nameEn unit polarity domain method"),
        ClassifiedTable("indicatorValue", .reference, "none: indicator area period value source isRounded"),
        ClassifiedTable(
            "taxonomyTerm", .reference,
            """
            none: id version scheme code labelDe labelEn definitionDe definitionEn parent kind validFrom validTo
            none: replacedBy createdAt updatedAt
            """),
        ClassifiedTable(
            "responsibility", .reference,
            """
            none: id version area topic kind validFrom validTo createdAt updatedAt
            organization: unit
            contact: functionAddress
            """),
    ]

    static let registry: [ClassifiedTable] = [
        ClassifiedTable(
            "organization", .registry,
            """
            none: version openness kind isGrantMaking isEconomicallyActive size isMigrantLed isLocalEconomy hasSeat
            none: seatArea isSeatPublic languages taxHasLaterNotice taxPurposes questionnaireVersion
            none: publicityDefault verification verificationMethod verifiedAt status stewardArea revision createdAt
            none: updatedAt taxBasis taxNoticeOn taxSource taxConfirmedAt
            organization: id name shortName legalForm registerCourt registerKind registerNumber businessID seatStreet
            organization: seatPostalCode seatCity website umbrella taxOffice taxConfirmedBy verifiedBy nameKey
            free_text: text goals selectionCriteria questionnaireAnswers counterpart verificationNote
            technical: members words
            """),
        ClassifiedTable("organizationArea", .registry, "organization: organization\nnone: position area"),
        ClassifiedTable(
            "organizationTerm", .registry, "organization: organization\nnone: scheme position code"),
        ClassifiedTable(
            "organizationPoint", .registry,
            "organization: organization url\nnone: point isPublished asOfOn"),
        ClassifiedTable(
            "contact", .contacts,
            """
            none: version isFunctionAddress purpose lawfulBasis infoTextVersion release retainUntilOn restrictedAt
            none: erasedAt createdAt updatedAt
            organization: organization
            contact: id displayName function email phone languages
            """),
        ClassifiedTable(
            "membership", .registry,
            """
            none: id version openness kind contributions validFrom validTo status createdAt updatedAt
            organization: network organization
            technical: members
            """),
        ClassifiedTable(
            "accessToken", .access,
            """
            none: id role scopes createdAt expiresAt revokedAt lastUsedAt successor
            organization: organization
            free_text: label
            secret: digest
            """),
        ClassifiedTable(
            "areaAssignment", .registry,
            """
            none: id version area validFrom validTo createdAt updatedAt
            organization: organization
            contact: contact
            free_text: handoverNote
            """),
    ]
}
