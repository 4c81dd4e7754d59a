/// What stands between a need and its publication (F-23).
package struct NeedCompleteness: Equatable, Sendable {
    /// The facts that are missing before it can be submitted.
    package let missing: [Violation]

    /// What its texts hold of persons, for sure or maybe.
    package let lint: [LintFinding]

    /// What would stand against publishing it today, whoever does.
    package let publishing: [FailedGuard]
}

extension ReadTransaction {
    /// What stands between a need and its publication, as it is now.
    package func completeness(of need: Need) throws -> NeedCompleteness {
        let guards = need.failedGuards(
            forPublicationBy: .system, carrier: try organization(need.carrier),
            host: try need.content.host.flatMap { try organization($0) },
            areas: try need.content.beneficiaryAreas.compactMap { try area($0) }, on: today)
        return NeedCompleteness(
            missing: need.content.missing(items: need.items), lint: need.lint(), publishing: guards)
    }
}
