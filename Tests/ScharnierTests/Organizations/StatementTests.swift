import Testing

@testable import Scharnier

/// What organisations state of themselves: transparency (F-11), cooperation, register.
@Suite struct StatementTests {
    @Test func `the score is the number of published points`() {
        var transparency = Transparency()
        #expect(transparency.score == 0)
        for (index, point) in Transparency.Point.allCases.enumerated() {
            transparency[point].asOfOn = .on("2026-01-15")
            #expect(transparency.score == index)
            transparency[point].isPublished = true
            #expect(transparency.score == index + 1)
        }
        #expect(transparency.score == 10)
        transparency[.staff].isPublished = false
        #expect(transparency.score == 9)
    }

    @Test func `a point about which nothing is stated is as if it had never been named`() {
        var transparency = Transparency()
        transparency[.staff] = .init(isPublished: true)
        transparency[.staff] = .init()
        #expect(transparency == Transparency())
    }

    @Test func `a point refers to a page and to nothing that runs`() {
        var transparency = Transparency()
        transparency[.largeDonors].url = "https://verein.example/spenden"
        #expect(transparency.violations() == [])
        transparency[.largeDonors].url = "javascript:alert(1)"
        #expect(
            transparency.violations().map(\.path) == ["transparency/large_donors/url"])
    }

    /// Answers, and the readiness that they come to.
    static let readiness: [([Cooperation.Answer], Int)] = [
        ([], 0), ([.yes], 100), ([.partly], 50), ([.no], 0), ([.yes, .no], 50), ([.yes, .partly, .no], 50),
        ([.yes, .yes, .no], 66), ([.partly, .no, .no], 16), ([.yes, .yes, .yes, .partly], 87),
    ]

    @Test(arguments: readiness)
    func `readiness is the mean of the answers, rounded down`(answers: [Cooperation.Answer], readiness: Int) {
        let replies = answers.enumerated().map { Cooperation.Reply(question: "q\($0)", answer: $1) }
        #expect(Cooperation(questionnaireVersion: "1", replies: replies).readiness == readiness)
    }

    @Test func `a question is answered once, and has a code`() {
        var cooperation = Cooperation(questionnaireVersion: "1")
        cooperation.replies = ["a", "a", "B", "1c", "", "a b"].map { .init(question: $0, answer: .yes) }
        let found = cooperation.violations().map { "\($0.path) \($0.code.rawValue)" }
        #expect(
            found == [
                "cooperation/answers/1/question not_unique", "cooperation/answers/2/question bad_format",
                "cooperation/answers/3/question bad_format", "cooperation/answers/4/question bad_format",
                "cooperation/answers/5/question bad_format",
            ])
    }

    @Test func `a questionnaire has at most fifty questions`() {
        func found(_ count: Int) -> [Violation.Code] {
            let replies = (0..<count).map { Cooperation.Reply(question: "q\($0)", answer: .yes) }
            return Cooperation(questionnaireVersion: "1", replies: replies).violations().map(\.code)
        }
        #expect(found(50) == [])
        #expect(found(51) == [.tooMany])
    }

    @Test(arguments: [
        ("DE123456789-00001", true), ("DE123456789-0000", false), ("DE123456789-000012", false),
        ("de123456789-00001", false), ("DE12345678a-00001", false), ("DE123456789_00001", false),
        ("DE１23456789-00001", false), ("", false),
    ])
    func `an economic identification number has its form`(text: String, isValid: Bool) {
        var profile = Organization.Profile(name: "Verein")
        profile.businessID = text
        #expect(profile.violations().map(\.path) == (isValid ? [] : ["w_id_nr"]))
    }

    @Test func `companies are measured by heads and others by paid staff`() {
        for kind in Organization.Kind.allCases {
            for size in Organization.Size.allCases {
                var profile = Organization.Profile(name: "Verein")
                profile.size = size
                let isOfCompanies = [.micro, .small, .medium, .large].contains(size)
                #expect(
                    profile.sizeViolations(of: kind).isEmpty == (isOfCompanies == (kind == .company)),
                    "\(kind) \(size)")
            }
        }
    }
}
