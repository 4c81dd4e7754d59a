import JSON
import Scharnier

/// A file of lines with one JSON object each (NDJSON), as `/v1/imports` takes it.
enum MatchFile {
    /// Larger files are not read: matching holds all of it in memory.
    private static let mostBytes = 1 << 30

    /// The objects of a file with the numbers of their lines; empty lines and the end line of an export are left out.
    ///
    /// - Throws: ``CommandFault`` that names the line.
    static func objects(_ path: String, in language: Language) throws -> [(line: Int, object: JSONObject)] {
        let bytes = try content(path, in: language)
        var objects: [(line: Int, object: JSONObject)] = []
        for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) { continue }
            let object = try object(Array(line), path, number + 1, language)
            if object["_end"] != .bool(true) { objects.append((number + 1, object)) }
        }
        return objects
    }

    private static func content(_ path: String, in language: Language) throws -> [UInt8] {
        do {
            return try FileReading.read(path, atMost: mostBytes).bytes
        } catch {
            throw CommandFault(
                .inputOutput, "Die Datei lässt sich nicht lesen: \(error).",
                "The file cannot be read: \(error).",
                in: language)
        }
    }

    private static func object(
        _ line: [UInt8], _ path: String, _ number: Int, _ language: Language
    ) throws -> JSONObject {
        do {
            if case .object(let object) = try JSONValue(parsing: line) { return object }
        } catch {
            throw fault(path, number, "\(error.reason) (Byte \(error.offset))", language)
        }
        throw fault(path, number, "{ … }", language)
    }

    /// A line that is not what it should be.
    static func fault(_ path: String, _ line: Int, _ what: String, _ language: Language) -> CommandFault {
        CommandFault(
            .badData, "\(path), Zeile \(line): Erwartet wird ein JSON-Objekt je Zeile: \(what).",
            "\(path), line \(line): one JSON object a line is expected: \(what).", in: language)
    }
}
