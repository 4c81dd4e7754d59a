import JSON
import Scharnier

/// One record of a city's files.
struct CityRecord: Sendable {
    let json: JSONObject
    let file: String

    /// The files are this program's own: what is wrong with them is told with the place.
    func fault(_ member: String) -> CityFileError {
        CityFileError(file: file, member: member, record: text("code") ?? text("key"))
    }

    func text(_ member: String) -> String? {
        guard case .string(let text) = json[member] else { return nil }
        return text
    }

    func requiredText(_ member: String) throws(CityFileError) -> String {
        guard let text = text(member) else { throw fault(member) }
        return text
    }

    func integer(_ member: String) -> Int64? {
        guard case .integer(let number) = json[member] else { return nil }
        return number
    }

    func flag(_ member: String) -> Bool { json[member] == .bool(true) }

    func texts(_ member: String) -> [String] {
        guard case .array(let values) = json[member] else { return [] }
        return values.compactMap { value in
            guard case .string(let text) = value else { return nil }
            return text
        }
    }

    func records(_ member: String) -> [CityRecord] {
        guard case .array(let values) = json[member] else { return [] }
        return CityRecord.all(values, of: file)
    }

    func word<Word: RawRepresentable<String>>(_ member: String) throws(CityFileError) -> Word {
        guard let word = text(member).flatMap(Word.init(rawValue:)) else { throw fault(member) }
        return word
    }

    func day(_ member: String) throws(CityFileError) -> Day? {
        guard let text = text(member) else { return nil }
        guard let day = Day(text) else { throw fault(member) }
        return day
    }

    static func all(_ values: [JSONValue], of file: String) -> [CityRecord] {
        values.compactMap { value in
            guard case .object(let object) = value else { return nil }
            return CityRecord(json: object, file: file)
        }
    }
}

/// A file of the city does not hold what it must hold.
package struct CityFileError: Error, Equatable, Sendable {
    package let file: String
    package let member: String
    package let record: String?
}

/// The files that are built in.
enum CityFiles {
    /// Own files may be larger than what a caller may send.
    private static let limits = JSONLimits(members: 1_000_000, elements: 100_000)

    /// The records of a file that holds a list.
    static func list(_ bytes: [UInt8], _ name: String) throws -> [CityRecord] {
        guard case .array(let values) = try JSONValue(parsing: bytes, limits: limits) else {
            throw CityFileError(file: name, member: "", record: nil)
        }
        return CityRecord.all(values, of: name)
    }

    /// A file that holds one object.
    static func object(_ bytes: [UInt8], _ name: String) throws -> CityRecord {
        guard case .object(let object) = try JSONValue(parsing: bytes, limits: limits) else {
            throw CityFileError(file: name, member: "", record: nil)
        }
        return CityRecord(json: object, file: name)
    }
}
