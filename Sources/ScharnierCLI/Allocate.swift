import ArgumentParser
import JSON
import Scharnier
import ScharnierAPI

/// `scharnier allocate FILE`: makes an allocation plan without a database; the format is in `AllocationPlans`.
///
/// For development, and for who wants to check a plan: not listed in the help.
struct Allocate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "allocate",
        abstract: "Rechnet einen Zuteilungsplan aus einer Datei. (Makes an allocation plan from a file.)",
        shouldDisplay: false)

    /// Far more than the largest plan takes: a million pairs in about 90 bytes each.
    private static let mostBytes = 128 * 1_024 * 1_024

    /// How many faults are told at most; a file made by a wrong program has one in every entry.
    private static let mostFaults = 20

    @Argument(help: "Anfrage als JSON. (The request as JSON.)")
    var file: String

    @OptionGroup var talk: TalkOptions

    func run() throws {
        let bytes = try content()
        do {
            let plan = try AllocationPlan(AllocationOrder(parsing: bytes))
            Console.result(bytes: plan.document(inputs: bytes) + [UInt8(ascii: "\n")])
        } catch Refusal.invalid(let violations) {
            throw fault(violations)
        } catch let defect as AllocationDefect {
            throw CommandFault(
                .defect,
                "Der gerechnete Plan hält der Prüfung nicht stand und wird nicht ausgegeben; bitte melden: \(defect.findings)",
                "The plan that was made does not stand up to its check and is not told; please report: \(defect.findings)",
                in: talk.language)
        } catch let error as JSONSyntaxError {
            throw CommandFault(
                .badData, "\(file): kein JSON, Fehler bei Byte \(error.offset): \(error.reason).",
                "\(file): no JSON, error at byte \(error.offset): \(error.reason).", in: talk.language)
        }
    }

    private func content() throws(CommandFault) -> [UInt8] {
        let bytes: [UInt8]
        do {
            bytes = try FileReading.read(file, atMost: Self.mostBytes + 1).bytes
        } catch {
            throw CommandFault(.inputOutput, "\(error)", "\(error)", in: talk.language)
        }
        guard bytes.count <= Self.mostBytes else {
            throw CommandFault(
                .badData, "\(file): größer als \(Self.mostBytes) Bytes.",
                "\(file): larger than \(Self.mostBytes) bytes.", in: talk.language)
        }
        return bytes
    }

    /// One line for each fault, with its JSON Pointer.
    private func fault(_ violations: [Violation]) -> CommandFault {
        let lines = violations.prefix(Self.mostFaults).map { violation in
            "  \(pointer(violation.path)) \(violation.code.rawValue): \(violation.detail.text(in: talk.language))"
        }
        let all = lines.joined(separator: "\n")
        return CommandFault(
            .badData, "\(file): \(violations.count) Fehler.\n\(all)",
            "\(file): \(violations.count) faults.\n\(all)",
            in: talk.language)
    }

    private func pointer(_ path: String) -> String {
        path.split(separator: "/").reduce(JSONPointer.root) { $0.appending(String($1)) }.description
    }
}
