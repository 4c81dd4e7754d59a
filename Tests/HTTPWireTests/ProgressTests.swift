import HTTPWire
import Testing

/// What a parser tells of itself between the octets.
@Suite struct ProgressTests {
    /// What one piece leads to, as far as it matters here.
    private enum Step: Equatable {
        case incomplete, head(wantsContinue: Bool), request
    }

    private static func step(_ parser: inout RequestParser, _ text: String) throws -> Step {
        switch try parser.receive(RawRequest.octets(text)[...]) {
        case .incomplete: .incomplete
        case .head(let wantsContinue): .head(wantsContinue: wantsContinue)
        case .request: .request
        }
    }

    private static let expecting = "Expect: 100-continue\r\n"

    @Test func `100 Continue is wanted only while content is missing`() throws {
        let head = "POST / HTTP/1.1\r\nHost: a\r\n\(Self.expecting)Content-Length: 2\r\n\r\n"
        var first = RequestParser()
        var second = RequestParser()
        #expect(try Self.step(&first, head) == .head(wantsContinue: true))
        #expect(try Self.step(&second, head + "a") == .head(wantsContinue: false))
    }

    @Test(arguments: [
        ("HTTP/1.1", "", ProgressTests.expecting),
        ("HTTP/1.1", "Content-Length: 0\r\n", ProgressTests.expecting),
    ])
    func `without content there is nothing to continue`(version: String, length: String, field: String) throws
    {
        var parser = RequestParser()
        #expect(try Self.step(&parser, "POST / \(version)\r\nHost: a\r\n\(length)\(field)\r\n") == .request)
    }

    @Test func `HTTP 1.0 is never told to continue`() throws {
        var parser = RequestParser()
        let head = "POST / HTTP/1.0\r\n\(Self.expecting)Content-Length: 1\r\n\r\n"
        #expect(try Self.step(&parser, head) == .head(wantsContinue: false))
    }

    @Test func `an upgrade is not waited for`() throws {
        var parser = RequestParser()
        let head = "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n"
        #expect(try Self.step(&parser, head) == .request)
    }

    @Test func `a wrong request line is refused before its end`() {
        for text in ["GET / \r", "GET / HTTP/2.0\r\n", "GET / HTTP/1.1\r\r", "\r\r", "\u{16}"] {
            var parser = RequestParser()
            #expect(throws: WireError.self) { try Self.step(&parser, text) }
        }
    }

    @Test func `the limit of content can be set when the head is known`() throws {
        var parser = RequestParser()
        let head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n"
        #expect(try Self.step(&parser, head) == .head(wantsContinue: false))
        var exceeds = [parser.exceedsBodyLimit]
        parser.limits.body = 4
        exceeds.append(parser.exceedsBodyLimit)
        #expect(exceeds == [false, true])
        #expect(throws: WireError.contentTooLarge) { try Self.step(&parser, "a") }
    }

    @Test func `chunks announce no length`() throws {
        var parser = RequestParser()
        _ = try Self.step(&parser, RawRequest.chunked(""))
        parser.limits.body = 0
        let exceeds = parser.exceedsBodyLimit
        #expect(!exceeds)
    }

    @Test func `content refused late still tells its fields`() throws {
        var parser = RequestParser()
        let head = "POST / HTTP/1.1\r\nHost: a\r\nAccept-Language: en\r\nTransfer-Encoding: chunked\r\n\r\n"
        _ = try Self.step(&parser, head)
        var languages = [parser.knownFields?.string(.acceptLanguage)]
        #expect(throws: WireError.framingInvalid) { try Self.step(&parser, "x") }
        languages.append(parser.knownFields?.string(.acceptLanguage))
        #expect(languages == ["en", "en"])
    }

    @Test func `a parser tells what it is in the middle of`() throws {
        var parser = RequestParser()
        var seen: [[Bool]] = []
        for text in [
            "", "\r\n", "\r", "\n", "G", "ET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n", "xP",
        ] {
            _ = try Self.step(&parser, text)
            if parser.isReadingBody, text.hasPrefix("x") { _ = try parser.resume() }
            seen.append([parser.isIdle, parser.isReadingBody, parser.hasPending])
        }
        #expect(
            seen == [
                [true, false, false], [true, false, false], [false, false, true], [true, false, false],
                [false, false, true], [false, true, false], [false, false, true],
            ])
    }

    @Test func `after the last request everything is dropped`() throws {
        var parser = RequestParser()
        let text = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
        #expect(try Self.step(&parser, text) == .request)
        #expect(try Self.step(&parser, text) == .incomplete)
        let state = [parser.isIdle, parser.hasPending]
        #expect(state == [false, false])
    }

    @Test func `after a refusal everything is dropped`() throws {
        var parser = RequestParser()
        #expect(throws: WireError.requestMalformed) { try Self.step(&parser, "\0") }
        #expect(try Self.step(&parser, RawRequest.next("/")) == .incomplete)
    }
}
