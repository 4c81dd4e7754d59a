import JSON
import Scharnier

/// An area on the wire.
struct AreaBody: JSONWritable {
    let area: Area
    let relations: [AreaRelation]

    /// Whether the drawing goes along; lists leave it out, it is long.
    let hasGeometry: Bool

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.common(area.id, area.version, area.createdAt, area.updatedAt)
            writer.member("type", word: area.kind)
            writer.member("code", area.code)
            writer.member("name", area.name)
            writer.member("aliases", area.aliases)
            writer.member("parent_id", area.parent)
            writer.member("valid_from_on", area.validity.from)
            writer.member("valid_to_on", area.validity.to)
            writer.member("decided_on", area.decidedOn)
            writer.member("decision_text", area.decisionText)
            writer.member("population", area.population)
            writer.member("area_ha", area.hectares)
            writer.member("supervising_unit", area.supervisingUnit)
            writer.member("geometry_status", word: area.geometryStatus)
            if hasGeometry { writeGeometry(to: &writer) }
            writeCentroid(to: &writer)
            writeRelations(to: &writer)
        }
    }

    private func writeGeometry(to writer: inout JSONWriter) {
        guard let geometry = area.geometry else { return writer.member("geometry", nil as String?) }
        writer.member("geometry", raw: Array(geometry.utf8))
    }

    private func writeCentroid(to writer: inout JSONWriter) {
        guard let centroid = area.centroid else { return writer.member("centroid", nil as String?) }
        writer.memberObject("centroid") { writer in
            writer.member("lat", JSONValue.number(centroid.latitude))
            writer.member("lon", JSONValue.number(centroid.longitude))
        }
    }

    private func writeRelations(to writer: inout JSONWriter) {
        writer.memberArray("relations") { writer in
            for relation in relations where relation.from == area.id || relation.to == area.id {
                writer.object { writer in
                    writer.member("from_id", relation.from)
                    writer.member("to_id", relation.to)
                    writer.member("kind", word: relation.kind)
                    writer.member("share_bp", relation.shareBasisPoints)
                }
            }
        }
    }
}

/// A measure on the wire.
struct IndicatorBody: JSONWritable {
    let indicator: Indicator

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("code", indicator.code)
            writer.member("name_de", indicator.name.de)
            writer.member("name_en", indicator.name.en)
            writer.member("unit", indicator.unit)
            writer.member("polarity", word: indicator.polarity)
            writer.member("domain", indicator.domain)
            writer.member("method", indicator.method)
        }
    }
}

/// A measured value on the wire.
struct IndicatorValueBody: JSONWritable {
    let value: IndicatorValue

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("indicator", value.indicator)
            writer.member("area_id", value.area)
            writer.member("period", value.period)
            writer.member("value", value.value)
            writer.member("source", value.source)
            writer.member("rounded", value.isRounded)
        }
    }
}

/// A word of the vocabulary on the wire.
struct TaxonomyTermBody: JSONWritable {
    let term: TaxonomyTerm

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.common(term.id, term.version, term.createdAt, term.updatedAt)
            writer.member("scheme", word: term.scheme)
            writer.member("code", term.code)
            writer.member("label_de", term.label.de)
            writer.member("label_en", term.label.en)
            writer.member("definition_de", term.definition?.de)
            writer.member("definition_en", term.definition?.en)
            writer.member("parent_code", term.parent)
            writer.member("kind", word: term.kind)
            writer.member("valid_from_on", term.validity.from)
            writer.member("valid_to_on", term.validity.to)
            writer.member("replaced_by", term.replacedBy)
        }
    }
}
