import HTTPWire

/// What a parser made of a connection, written down so that two readings can be compared.
struct Transcript: Equatable {
    private(set) var requests: [Record] = []
    private(set) var refusal: WireError?

    /// All that was read of one request; values, since words for each of them would cost more than reading it.
    struct Record: Equatable {
        let method: Method
        let path: [UInt8]
        let query: [UInt8]?
        let minorVersion: Int
        let keepsAlive: Bool
        let host: Authority?
        let fields: [[UInt8]]
        let body: [UInt8]

        init(_ request: Request) {
            method = request.method
            path = request.path
            query = request.query
            minorVersion = request.minorVersion
            keepsAlive = request.keepsAlive
            host = request.host
            fields = (0..<request.fields.count).flatMap { index in
                [Array(request.fields[index].name), Array(request.fields[index].value)]
            }
            body = request.body
        }
    }

    /// Feeds the pieces one after the other.
    init(_ pieces: [ArraySlice<UInt8>]) throws {
        var parser = RequestParser()
        do throws(WireError) {
            for piece in pieces {
                var progress = try parser.receive(piece)
                while note(progress) { progress = try parser.resume() }
            }
        } catch {
            refusal = error
        }
    }

    private mutating func note(_ progress: consuming RequestParser.Progress) -> Bool {
        switch consume progress {
        case .incomplete: return false
        case .head: return true
        case .request(let request):
            requests.append(Record(request))
            return true
        }
    }
}
