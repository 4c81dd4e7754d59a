import Glibc
import HTTPWire
import JSON
import Logging
import SQLite
import Scharnier
import ScharnierAPI
import ScharnierConfiguration
import ScharnierStore

/// The operator's way to the API: through the running service or, where none runs, over the database itself.
///
/// Either way the same routes answer, so that rules, audit and words are the same, and never do two processes write.
struct OperatorAccess {
    private let configuration: Configuration
    private let language: Language

    /// Access to what the options name.
    ///
    /// - Throws: ``CommandFault`` (78) for a mistake in the configuration.
    init(_ options: DatabaseOptions) throws {
        configuration = try options.configuration
        language = options.talk.language
    }

    /// How often, and how long apart in microseconds, a busy service is asked again.
    private static let attempts = 10
    private static let pause: UInt32 = 500_000

    /// Asks, and gives the answer of a success.
    ///
    /// - Throws: ``CommandFault`` for anything else, with the words of the problem; ``OperatorRefusal`` for 404.
    func ask(
        _ method: HTTPWire.Method, _ target: String, body: [UInt8] = []
    ) throws -> JSONValue {
        let question = OperatorQuestion(method, target, body: body, in: language)
        var answer = try answer(to: question)
        for _ in 1..<Self.attempts where answer.isBusy {
            usleep(Self.pause)
            answer = try self.answer(to: question)
        }
        guard (200...299).contains(answer.status) else { throw answer.fault(in: language) }
        return answer.content
    }

    private func answer(to question: OperatorQuestion) throws -> OperatorAnswer {
        guard let path = configuration.controlPath else { return try answerAlone(to: question) }
        do throws(NoAnswer) {
            let socket = ControlSocket(path: path, databaseOwner: FileFacts(configuration.db)?.owner)
            if let answer = try socket.ask(question) { return answer }
        } catch {
            throw error.fault(at: path, in: language)
        }
        return try answerAlone(to: question)
    }

    private func answerAlone(to question: OperatorQuestion) throws -> OperatorAnswer {
        let open = try openDatabase()
        defer { open.store.stop() }
        let settings = API.Settings(
            publicURL: "", instanceKey: open.store.instanceKey, version: Build.version, now: WallClock.now)
        let api = API(
            store: open.store, settings: settings,
            logger: Logger(label: "scharnier") { _ in SwiftLogNoOpLogHandler() })
        let answers = BlockingQueue<Response>(capacity: 1)
        api.respond(to: question.request) { _ = answers.append($0()) }
        guard let response = answers.take() else { throw StoreFailure.closed }
        // Nobody else would do it before the next start.
        open.store.finishScrubbing()
        return try OperatorAnswer(response)
    }

    private func openDatabase() throws -> OpenDatabase {
        do {
            return try OpenDatabase(configuration, language: language)
        } catch let fault as CommandFault where fault.exitCode == .tryLater {
            let place = configuration.controlPath ?? "control_socket"
            throw CommandFault(
                .tryLater, "\(fault.wording.de) An \(place) antwortet niemand.",
                "\(fault.wording.en) Nobody answers at \(place).", in: language)
        }
    }
}

/// The thing that the operator named is not there.
struct OperatorRefusal: Error {}

extension OperatorAnswer {
    /// Whether nothing was done because there was too much to do, or because the service ends.
    fileprivate var isBusy: Bool {
        status == 503 && ["overloaded", "not_ready"].contains(content["code"].text)
    }

    fileprivate func fault(in language: Language) -> any Error {
        guard status != 404 else { return OperatorRefusal() }
        let parts = content["errors"].elements.map { error in
            "\(error["pointer"].text.split(separator: "#/").joined()): \(error["detail"].text)"
        }
        guard parts.isEmpty else {
            let reasons = parts.joined(separator: " ")
            return CommandFault(.badData, reasons, reasons, in: language)
        }
        let words = "\(content["title"].text) (\(status)). \(content["detail"].text)"
        return CommandFault(code, words, words, in: language)
    }

    private var code: FaultCode {
        switch status {
        case 503: .tryLater
        case 507: .inputOutput
        default: .unavailable
        }
    }
}
