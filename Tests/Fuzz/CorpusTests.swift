import FoundationEssentials
import Testing

/// The kept corpus, without a fuzzer: what was interesting or broken once stays a test.
@Suite struct CorpusTests {
    private static let corpus = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")

    @Test(arguments: Property.all.map(\.name))
    func `the kept inputs break no property`(name: String) throws {
        let property = try #require(Property.all.first { $0.name == name })
        let folder = Self.corpus.appending(path: name)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
        #expect(!files.isEmpty)
        for file in files {
            let bytes = try Array(Data(contentsOf: folder.appending(path: file)))
            #expect(throws: Never.self, "\(file)") { try property.check(bytes) }
        }
    }
}
