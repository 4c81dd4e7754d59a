import Foundation
import TestSupport
import Testing

/// The command line believes only what a service of this kind would say.
@Suite struct ControlAnswerTests {
    private let city: City

    init() throws { city = try City() }

    /// What `token list` makes of an answer.
    private func list(_ answer: String) throws -> Outcome {
        let server = try LocalAnswer(answer, at: city.path + ".control.sock")
        defer { server.stop() }
        return try Program.run("token", "list", "--db", city.path, "--lang", "en", in: city.folder)
    }

    private func answer(_ head: String, _ content: String = "{}") -> String { "\(head)\r\n\r\n\(content)" }

    @Test func `a plain answer is taken`() throws {
        let content = #"{"items":[{"id":"7","label":"x"}]}"#
        let head = "HTTP/1.1 200 OK\r\nContent-Length: \(content.utf8.count)"
        let outcome = try list(answer(head, content))
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.text == "7\t\t\t\t\tx\n")
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: 3", "HTTP/1.1 200 OK\r\nContent-Length: 1", "HTTP/1.1 200 OK",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2", "HTTP/1.1 200 OK\r\nContent-Length: +2",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked",
        "HTTP/1.0 200 OK\r\nContent-Length: 2", "HTTP/1.1 20 OK\r\nContent-Length: 2",
        "HTTP/1.1 2000 OK\r\nContent-Length: 2", "HTTP/1.1 100 Continue\r\nContent-Length: 2",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nnonsense", "SSH-2.0-x\r\nContent-Length: 2",
        "HTTP/1.1 204 No Content", "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999",
    ])
    func `any other answer is refused`(head: String) throws {
        let outcome = try list(answer(head))
        #expect(outcome.code == 69, "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("is not this service"))
    }

    @Test func `content that is no JSON is refused, and half an answer too`() throws {
        #expect(try list(answer("HTTP/1.1 200 OK\r\nContent-Length: 2", "{]")).code == 69)
        #expect(try list("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n").code == 69)
    }

    @Test func `an end without an answer may have done something, and is told so`() throws {
        let outcome = try list("")
        #expect(outcome.code == 75)
        #expect(outcome.errors.contains("token list"))
    }

    @Test func `an answer of more than 8 MiB is not kept`() throws {
        func outcome(_ bytes: Int) throws -> Outcome {
            let head = "HTTP/1.1 200 OK\r\nContent-Length: \(bytes)"
            return try list(answer(head, "{}" + String(repeating: " ", count: bytes - 2)))
        }
        #expect(try outcome(8_000_000).code == 0)
        #expect(try outcome(9_000_000).code == 69)
    }

    @Test func `the words of a refusal are passed on`() throws {
        let content = #"{"code":"storage_full","title":"Storage full","detail":"Make room."}"#
        let head = "HTTP/1.1 507 X\r\nContent-Length: \(content.utf8.count)"
        let outcome = try list(answer(head, content))
        #expect(outcome.code == 74)
        #expect(outcome.errors.contains("Storage full") && outcome.errors.contains("Make room."))
    }
}
