import Foundation
import Testing

@testable import Scharnier
@testable import ScharnierAPI

@Suite struct LabelsTests {
    @Test func `no list and no word is there twice`() {
        #expect(Set(Labels.lists.map(\.name)).count == Labels.lists.count)
        for list in Labels.lists {
            #expect(Set(list.words.map(\.code)).count == list.words.count, "\(list.name)")
            #expect(!list.words.isEmpty, "\(list.name)")
        }
    }

    @Test func `every word has a label in both languages that is more than its code`() {
        for list in Labels.lists {
            for word in list.words {
                #expect(!word.label.de.isEmpty && !word.label.en.isEmpty, "\(list.name) \(word.code)")
                #expect(
                    !word.label.de.contains("_") && !word.label.en.contains("_"), "\(list.name) \(word.code)")
            }
        }
    }

    @Test func `two words of a list never have the same label`() {
        for list in Labels.lists where list.name != "actor_role" {
            #expect(Set(list.words.map(\.label.de)).count == list.words.count, "\(list.name)")
            #expect(Set(list.words.map(\.label.en)).count == list.words.count, "\(list.name)")
        }
    }

    @Test func `every reason code of the domain has a label, and no other has`() {
        let codes =
            Need.rejectCodes + Need.returnCodes + Need.failureCodes + Need.pauseCodes + Offer.pauseCodes
            + Offer.closeCodes + Organization.reasonCodes + Introduction.declineCodes
            + Commitment.cancelCodes + Commitment.disputeCodes
        #expect(Set(codes).subtracting(Labels.reasons.keys) == [])
        #expect(Set(Labels.reasons.keys).subtracting(codes) == [])
    }

    /// Guard codes are written where the guard is: in the domain's sources.
    @Test func `every guard code of the domain has a label, and no other has`() throws {
        let codes = try guardCodes()
        #expect(codes.subtracting(Labels.guards.keys) == [])
        #expect(Set(Labels.guards.keys).subtracting(codes) == [])
    }

    private func guardCodes() throws -> Set<String> {
        let domain = OpenAPI.package.appending(path: "Sources/Scharnier").resolvingSymlinksInPath()
        let files = try #require(FileManager.default.enumerator(at: domain, includingPropertiesForKeys: nil))
        var codes: Set<String> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(
                of: /(?:FailedGuard\(\s*|guardFailed\(\[\s*\.init\(\s*|self\.init\(\s*)"([a-z_]+)",/)
            {
                codes.insert(String(match.1))
            }
        }
        return codes
    }
}
