import HTTPWire

/// What a parser made of some octets: the requests, and the refusal that ended it.
struct Reading: Equatable {
    struct Message: Equatable {
        var method: Method
        var path: String
        var query: String?
        var host: Authority?
        var fields: Fields
        var body: [UInt8]
        var keepsAlive: Bool
        var minorVersion: Int
    }

    var messages: [Message] = []
    var refusal: WireError?

    /// Feeds the pieces one after the other, as a connection would.
    init(_ pieces: [ArraySlice<UInt8>], limits: Limits = Limits()) {
        var parser = RequestParser(limits: limits)
        do {
            for piece in pieces {
                var progress = try parser.receive(piece)
                while take(progress) { progress = try parser.resume() }
            }
        } catch {
            refusal = error
        }
    }

    private mutating func take(_ progress: consuming RequestParser.Progress) -> Bool {
        switch consume progress {
        case .incomplete: return false
        case .head: return true
        case .request(let request):
            messages.append(Message(request))
            return true
        }
    }

    init(whole text: String, limits: Limits = Limits()) {
        self.init([RawRequest.octets(text)[...]], limits: limits)
    }

    /// The octets of a text, one at a time.
    init(octets bytes: [UInt8], limits: Limits = Limits()) {
        self.init(bytes.indices.map { bytes[$0...$0] }, limits: limits)
    }

    init(_ bytes: [UInt8], splitAt index: Int, limits: Limits = Limits()) {
        self.init([bytes[..<index], bytes[index...]], limits: limits)
    }
}

extension Reading.Message {
    /// Path and content, as the corpus writes them; each octet is one character.
    var summary: String {
        let content = String(String.UnicodeScalarView(body.map { Unicode.Scalar($0) }))
        return content.isEmpty ? path : "\(path) \(content)"
    }

    init(_ request: Request) {
        self.init(
            method: request.method, path: String(decoding: request.path, as: UTF8.self),
            query: request.query.map { String(decoding: $0, as: UTF8.self) }, host: request.host,
            fields: request.fields, body: request.body, keepsAlive: request.keepsAlive,
            minorVersion: request.minorVersion)
    }
}
