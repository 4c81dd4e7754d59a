import JSON
import Scharnier

/// How a caller wants to see items: only some of their members, and with what they refer to beside the reference.
struct ItemView: Sendable {
    /// The members to show; `nil`: all of them.
    let fields: Set<String>?
    let relations: [ItemForm.Relation]

    /// Reads `fields` and `expand`; `nil` if neither is there.
    ///
    /// - Throws: 400 for a name that there is not, and just so for one that the caller's role never sees.
    init?(_ call: Call, _ form: ItemForm) throws(Problem) {
        guard call.query["fields"] != nil || call.query["expand"] != nil else { return nil }
        fields = try Self.fields(call, form)
        relations = try Self.relations(call, form)
    }

    private static func fields(_ call: Call, _ form: ItemForm) throws(Problem) -> Set<String>? {
        guard call.query["fields"] != nil else { return nil }
        let known = form.members.filter { $0.roles.contains(call.party.role) }.map(\.name)
        let wanted = Set(try call.query.list("fields"))
        guard wanted.isSubset(of: known) else { throw .unknownField(among: known) }
        return wanted.union(ItemForm.always)
    }

    private static func relations(_ call: Call, _ form: ItemForm) throws(Problem) -> [ItemForm.Relation] {
        var relations: [ItemForm.Relation] = []
        let names = try call.query.list("expand")
        for name in names {
            guard let relation = form.relations.first(where: { $0.name == name }) else {
                throw Problem(parameter: "expand", .noSuchRelation, allowed: form.relations.map(\.name))
            }
            relations.append(relation)
        }
        guard names.count <= ItemForm.mostRelations, Set(names).count == names.count else {
            throw Problem(parameter: "expand", .tooManyRelations)
        }
        return relations
    }
}

extension ItemView {
    /// An item as it is wanted.
    ///
    /// - Throws: 400 for a member that this item does not show to its reader, if `isExact`: as if there were none.
    func applied(
        to item: EncodedValue, isExact: Bool, _ resolver: inout RelationResolver
    ) throws -> [UInt8] {
        let members = item.members
        if isExact, let fields {
            let shown = Set(members.map { String(decoding: $0.name, as: UTF8.self) })
            guard fields.isSubset(of: shown) else { throw Problem.unknownField(among: shown.sorted()) }
        }
        var bytes = [UInt8(ascii: "{")]
        for (name, value) in members where fields?.contains(String(decoding: name, as: UTF8.self)) ?? true {
            Self.append(name, value.bytes, to: &bytes)
        }
        for relation in relations {
            // A reference that its reader does not see is not followed either.
            guard let reference = members.first(where: { $0.name.elementsEqual(relation.reference.utf8) }),
                let value = try resolver.value(of: reference.value, relation.target)
            else { continue }
            Self.append(Array(relation.name.utf8)[...], value[...], to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    private static func append(
        _ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>, to bytes: inout [UInt8]
    ) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        bytes += name
        bytes += [UInt8(ascii: "\""), UInt8(ascii: ":")]
        bytes += value
    }
}

extension Problem {
    /// The one answer to a field that is not there, and to one that the caller does not see.
    fileprivate static func unknownField(among known: [String]) -> Problem {
        Problem(
            parameter: "fields",
            Wording("Eine dieser Angaben gibt es hier nicht.", "One of these members is not there."),
            allowed: known)
    }
}

extension Wording {
    fileprivate static let noSuchRelation = Wording(
        "Das lässt sich hier nicht einfügen.", "This cannot be added here.")
    fileprivate static let tooManyRelations = Wording(
        "Erlaubt sind höchstens 3 verschiedene Namen.", "Allowed are 3 different names at most.")
}
