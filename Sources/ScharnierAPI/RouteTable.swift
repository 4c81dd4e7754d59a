package import Scharnier

/// Every operation there is: the same as `openapi.yaml` describes, which a test compares.
package enum RouteTable {
    /// All of them; each knows its place here.
    package static let all = listed.enumerated().map { $1.numbered($0) }

    private static let listed: [Route] =
        OperationRoutes.all + TokenRoutes.all + AreaRoutes.all + OrganizationRoutes.all + ContactRoutes.all
        + NeedRoutes.all + OfferRoutes.all + SuggestionRoutes.all + IntroductionRoutes.all + ChangeRoutes.all
        + RegistrationRoutes.all + TaxStatusRoutes.all + OrganizationLifeRoutes.all
        + MembershipRoutes.all + EndorsementRoutes.all
        + ExternalRoutes.all + ImportRoutes.all
        + LinkRoutes.all
        + RedactionRoutes.all + InboxRoutes.all + SearchRoutes.all
        + AreaWritingRoutes.all + TaxonomyRoutes.all + AreaAssignmentRoutes.all + ResponsibilityRoutes.all
        + ProgrammeRoutes.all + IdeaRoutes.all
        + PrivacyRequestRoutes.all + ArchiveRoutes.all + RetentionRoutes.all + WorkbenchRoutes.all
        + AllocationPlanRoutes.all
        + ReferenceRoutes.all
        + CommitmentRoutes.all
}

extension PublicRows {
    /// Needs and offers as everyone sees them, for the store to keep.
    ///
    /// The form is that of the contract: a release that changes bodies changes its version.
    package static let current = PublicRows(
        form: "2026-11/\(Contract.version)",
        need: { NeedBody($0, for: .anyone).encoded },
        offer: { OfferBody($0, for: .anyone).encoded })
}
