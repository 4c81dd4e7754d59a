import Glibc
import HTTPServer
import HTTPWire
import Synchronization
import TestSupport

/// A running server with an answer for a few paths; it is cut when it goes out of scope.
final class TestServer: Sendable {
    let server: Server
    let responder: TestResponder

    init(_ change: (inout ServerConfiguration) -> Void = { _ in }) throws {
        var configuration = ServerConfiguration()
        configuration.listeners = [ListenerConfiguration(.tcp(address: "127.0.0.1", port: 0))]
        configuration.threads = 2
        change(&configuration)
        responder = TestResponder()
        server = try Server(configuration, responder: responder)
        try server.start()
    }

    deinit {
        server.cut()
        _ = server.waitUntilStopped()
    }

    func connect(receiveBuffer: Int32? = nil) throws -> RawClient {
        try RawClient(port: server.port, receiveBuffer: receiveBuffer)
    }
}

/// Answers at once, later, or not at all, as the path says.
final class TestResponder: Responder {
    /// The answers that are still owed, by path.
    let owed = Mutex<[String: Reply]>([:])
    private let requests = Mutex(0)
    /// Holds the loops that answer `/block`.
    let gate = Gate()
    /// What `/work` costs its loop.
    static let workMicroseconds: UInt32 = 15_000

    /// How many requests have come so far.
    var requestCount: Int { requests.withLock { $0 } }

    func admit(_ head: Request) -> Admission {
        switch String(decoding: head.path, as: UTF8.self) {
        case "/overloaded": .refused(Response(status: 503))
        case "/import": .content(limit: 4 * 1024 * 1024, time: .seconds(60))
        default: .content()
        }
    }

    func respond(to request: Request, through reply: Reply) {
        requests.withLock { $0 += 1 }
        let path = String(decoding: request.path, as: UTF8.self)
        if path.hasPrefix("/later") {
            owed.withLock { $0[path] = reply }
        } else if path == "/wait" {
            reply.wait(atMost: .seconds(60))
            owed.withLock { $0[path] = reply }
        } else if path == "/block" {
            gate.hold()
            reply.send(Response(status: 204))
        } else if path == "/work" {
            usleep(Self.workMicroseconds)
            reply.send(Response(status: 204))
        } else if path.hasPrefix("/stream") {
            var response = Response(status: 200)
            response.stream = stream(path)
            reply.send(response)
        } else if path == "/large" {
            reply.send(Response(status: 200, body: Self.large))
        } else if path == "/encrypted" {
            reply.send(Response(status: 200, body: Array("\(request.origin.isEncrypted)".utf8)))
        } else if path == "/peer" {
            reply.send(Response(status: 200, body: Array(request.peer.description.utf8)))
        } else if path == "/origin" {
            reply.send(Response(status: 200, body: Array(Self.words(request.origin).utf8)))
        } else if path == "/threads" {
            answerFromThread(reply, Response(status: 200, body: request.query ?? []))
        } else {
            reply.send(Response(status: 200, body: request.body.isEmpty ? request.path : request.body))
        }
    }

    func response(to error: WireError, in request: PartialRequest) -> Response {
        var fields: Fields = ["Content-Type": "application/problem+json"]
        if let acceptLanguage = request.fields.first(.acceptLanguage) {
            try? fields.append("X-Language", bytes: acceptLanguage)
        }
        return Response(status: error.status, fields: fields, body: Array(error.code.utf8))
    }

    func response(
        to refusal: ServerRefusal, of request: PartialRequest
    ) -> Response {
        var fields: Fields = [:]
        if let acceptLanguage = request.fields.first(.acceptLanguage) {
            try? fields.append("X-Language", bytes: acceptLanguage)
        }
        switch refusal {
        case .overloaded(let seconds):
            fields.append(.retryAfter, FieldValue(seconds))
            return Response(status: 503, fields: fields, body: Array("overloaded".utf8))
        case .deadlinePassed:
            return Response(
                status: 503, fields: fields, body: Array("late \(request.method?.name ?? "")".utf8))
        }
    }

    /// How many pieces the streams were asked for so far.
    let pieces = Mutex(0)

    /// What streams that wait are to be given, by path.
    let takers = Mutex<[String: @Sendable (ContentStream.Piece) -> Void]>([:])

    private func stream(_ path: String) -> ContentStream {
        let asked = Mutex(0)
        return ContentStream { [self] take in
            pieces.withLock { $0 += 1 }
            let number = asked.withLock { number in
                number += 1
                return number
            }
            switch path {
            case "/stream": Threads.run { take(Self.piece(number)) }
            case "/stream/broken": take(number < 3 ? .more(Array("half".utf8)) : .broken)
            case "/stream/large": take(number < 64 ? .more(Self.largePiece) : .last([]))
            default: takers.withLock { $0[path] = take }
            }
        }
    }

    /// Three pieces, one of them empty.
    private static func piece(_ number: Int) -> ContentStream.Piece {
        switch number {
        case 1: .more(Array("eins,".utf8))
        case 2: .more([])
        default: .last(Array("zwei".utf8))
        }
    }

    static let largePiece = [UInt8](repeating: 0x62, count: 512 * 1024)

    private static func words(_ origin: Origin) -> String {
        let credentials = origin.credentials.map {
            " process=\($0.process) user=\($0.user) group=\($0.group)"
        }
        return "\(origin.purpose)" + (credentials ?? "")
    }

    /// More than the socket buffers of both ends hold.
    static let large = [UInt8](repeating: 0x61, count: 16 * 1024 * 1024)

    /// Waits until the answer to a path is owed, and takes it.
    func reply(for path: String) throws -> Reply {
        try eventually { self.owed.withLock { $0.removeValue(forKey: path) } }
    }

    private func answerFromThread(_ reply: Reply, _ response: Response) {
        Threads.run { reply.send(response) }
    }
}

/// Holds threads until it is opened, for at most ten seconds.
final class Gate: Sendable {
    private let held = Atomic(0)
    private let isOpen = Atomic(false)

    var isHolding: Bool { held.load(ordering: .acquiring) > 0 }

    func hold() {
        held.add(1, ordering: .acquiringAndReleasing)
        for _ in 0..<10_000 where !isOpen.load(ordering: .acquiring) { usleep(1_000) }
    }

    func open() { isOpen.store(true, ordering: .releasing) }
}

struct NotInTime: Error {}

/// Asks again and again until there is an answer, for at most ten seconds.
func eventually<Value>(_ ask: () throws -> Value?) throws -> Value {
    for _ in 0..<10_000 {
        if let value = try ask() { return value }
        usleep(1_000)
    }
    throw NotInTime()
}

/// Waits until a condition holds, for at most ten seconds.
func eventually(_ condition: () throws -> Bool) throws {
    let _: Void = try eventually { try condition() ? () : nil }
}

/// Threads that run one function each and are not waited for.
enum Threads {
    private final class Work {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    static func run(_ body: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        let work = unsafe Unmanaged.passRetained(Work(body))
        let result = unsafe pthread_create(&thread, nil, start, work.toOpaque())
        if result == 0 { pthread_detach(thread) } else { unsafe work.release() }
    }

    fileprivate static func finish(_ argument: UnsafeMutableRawPointer?) {
        guard let argument = unsafe argument else { return }
        unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run()
    }
}

private func start(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    unsafe Threads.finish(argument)
    return nil
}
