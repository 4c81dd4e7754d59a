import HTTPWire

/// What a parser made of a connection, written down so that two readings can be compared.
struct Transcript: Equatable {
    private(set) var requests: [String] = []
    private(set) var refusal: WireError?

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
            requests.append(Self.text(of: request))
            return true
        }
    }

    private static func text(of request: Request) -> String {
        let fields = (0..<request.fields.count).map { index in
            let field = request.fields[index]
            return "\(Array(field.name)): \(Array(field.value))"
        }
        return """
            \(request.method) \(request.path) \(request.query ?? []) \(request.minorVersion) \
            \(request.keepsAlive) \(request.host?.host ?? []) \(request.host?.port ?? -1) \(fields) \(request.body)
            """
    }
}
