/// The files that are built into the program, byte for byte.
///
/// A target of their own: they change seldom and take the compiler long.
package enum BuiltIn {
    /// The contract, `openapi.yaml`.
    package static let contract = PackageResources.openapi_yaml

    /// The city: areas, how they follow one another, indicators, vocabulary.
    package static let areas = PackageResources.areas_json
    package static let areaRelations = PackageResources.area_relations_json
    package static let indicators = PackageResources.indicators_json
    package static let taxonomy = PackageResources.taxonomy_json

    /// The demo city: organisations, needs, offers.
    package static let organizations = PackageResources.organizations_json
    package static let needs = PackageResources.needs_json
    package static let offers = PackageResources.offers_json
}
