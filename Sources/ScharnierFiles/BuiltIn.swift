import CFiles

/// The files that are built into the program, byte for byte.
package enum BuiltIn {
    /// The contract, `openapi.yaml`.
    package static let contract = unsafe bytes(of: cfiles_contract())

    /// How pages look, `style.css`.
    package static let style = unsafe bytes(of: cfiles_style())

    /// The city: areas, how they follow one another, indicators, vocabulary.
    package static let areas = unsafe bytes(of: cfiles_areas())
    package static let areaRelations = unsafe bytes(of: cfiles_area_relations())
    package static let indicators = unsafe bytes(of: cfiles_indicators())
    package static let taxonomy = unsafe bytes(of: cfiles_taxonomy())

    /// The demo city: organisations, what holds between them, needs, offers.
    package static let organizations = unsafe bytes(of: cfiles_organizations())
    package static let registry = unsafe bytes(of: cfiles_registry())
    package static let needs = unsafe bytes(of: cfiles_needs())
    package static let offers = unsafe bytes(of: cfiles_offers())

    private static func bytes(of file: cfiles_file) -> [UInt8] {
        // Safe because the octets lie in the program itself and `count` is their number.
        unsafe Array(UnsafeBufferPointer(start: file.start, count: file.count))
    }
}
