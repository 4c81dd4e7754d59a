import Glibc
import HTTPServer
import HTTPWire
import Synchronization

/// Answers at once, after some work, with much, or when told to, as the path says.
final class ProbeResponder: Responder {
    private let small = Response(
        status: 200, fields: ["Content-Type": "text/plain"], body: Array("Hello, world!\n".utf8))
    private let large = Response(status: 200, body: [UInt8](repeating: 0x61, count: 256 * 1024))
    private let held = Mutex<[Reply]>([])

    func respond(to request: Request, through reply: Reply) {
        switch request.path.last {
        case UInt8(ascii: "w"): spin(for: request.query)
        case UInt8(ascii: "l"): return reply.send(large)
        case UInt8(ascii: "h"): return held.withLock { $0.append(reply) }
        case UInt8(ascii: "r"): release()
        case UInt8(ascii: "f"):
            let count = held.withLock { $0.count }
            return reply.send(Response(status: 200, body: Array(String(count).utf8)))
        default: break
        }
        reply.send(small)
    }

    /// `/w?500`: keeps the loop busy for so many microseconds, at most a second.
    private func spin(for query: [UInt8]?) {
        let number = query.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
        let end = Self.threadMicroseconds + min(number, 1_000_000)
        while Self.threadMicroseconds < end {}
    }

    /// `/r`: answers all that `/h` holds.
    private func release() {
        let replies = held.withLock { held in
            defer { held = [] }
            return held
        }
        for reply in replies { reply.send(small) }
    }

    /// Processor time, so that the work is the same on a busy machine.
    private static var threadMicroseconds: Int {
        var now = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now)
        return now.tv_sec * 1_000_000 + now.tv_nsec / 1_000
    }

    func response(to error: WireError, in request: PartialRequest) -> Response {
        Response(status: error.status, body: Array(error.code.utf8))
    }

    func response(to refusal: ServerRefusal, of request: PartialRequest) -> Response {
        switch refusal {
        case .overloaded(let seconds):
            var fields = Fields()
            fields.append(.retryAfter, FieldValue(seconds))
            return Response(status: 503, fields: fields, body: Array("overloaded\n".utf8))
        case .deadlinePassed:
            return Response(status: 503, body: Array("too late\n".utf8))
        }
    }
}
