/// How ready an organisation is to cooperate, by its own answers to a questionnaire (domain.md §4.1).
package struct Cooperation: Equatable, Sendable {
    package enum Answer: String, CaseIterable, Sendable {
        case yes, partly, no

        /// Hundredths of readiness.
        var points: Int {
            switch self {
            case .yes: 100
            case .partly: 50
            case .no: 0
            }
        }
    }

    /// One question of the questionnaire, and what was answered.
    package struct Reply: Equatable, Sendable {
        package let question: String
        package let answer: Answer

        /// An answer to the question with this code.
        package init(question: String, answer: Answer) {
            self.question = question
            self.answer = answer
        }
    }

    package var questionnaireVersion: String
    package var replies: [Reply]

    /// What it would give in return.
    package var counterpart: String?

    /// Answers to one version of the questionnaire.
    package init(questionnaireVersion: String, replies: [Reply] = [], counterpart: String? = nil) {
        self.questionnaireVersion = questionnaireVersion
        self.replies = replies
        self.counterpart = counterpart
    }

    /// The most questions that a questionnaire has.
    package static let questionCount = 0...50

    /// The mean of all answers, 0…100, rounded down; 0 while nothing is answered.
    package var readiness: Int {
        replies.isEmpty ? 0 : replies.reduce(0) { $0 + $1.answer.points } / replies.count
    }
}

extension Cooperation {
    /// What breaks a rule, in the order of the members.
    func violations() -> [Violation] {
        var found = Violation.length(
            of: questionnaireVersion, 1...40, at: "cooperation/questionnaire_version")
        found += Violation.count(of: replies, Self.questionCount, at: "cooperation/answers")
        var asked: Set<String> = []
        for (index, reply) in replies.enumerated() {
            let path = "cooperation/answers/\(index)/question"
            if !Code.isWellFormed(reply.question) { found.append(.badCode(path)) }
            guard !asked.insert(reply.question).inserted else { continue }
            let text = Wording("Die Frage ist schon beantwortet.", "The question is answered already.")
            found.append(.init(path, .notUnique, text))
        }
        return found + Violation.length(of: counterpart, 0...1000, at: "cooperation/counterpart_text")
    }
}
