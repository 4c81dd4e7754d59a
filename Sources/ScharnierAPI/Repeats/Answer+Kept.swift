import HTTPWire
import Scharnier

extension Answer {
    /// The same with its content written, so that what is kept and what is sent are the same bytes.
    func written() -> Answer {
        var answer = self
        answer.body = content?() ?? body
        answer.content = nil
        return answer
    }

    /// What is kept of an answer that is written.
    func kept(
        for key: IdempotencyKey, _ fingerprint: [UInt8], of call: Call, at now: Instant
    ) -> KeptAnswer {
        KeptAnswer(
            organization: key.organization, key: key.text, fingerprint: fingerprint, status: status,
            location: field(.location), contentLocation: field(.contentLocation), tag: tag?.description,
            body: withoutSecret?() ?? body, keptAt: now,
            record: record(in: String(decoding: call.request.path, as: UTF8.self)))
    }

    /// The record that the answer is about, by where it says that it is, or else by where the request went.
    private func record(in path: String) -> Identifier<Change>? {
        for place in [field(.contentLocation), field(.location), path].compactMap({ $0 }) {
            let names = place.split(separator: "/")
            if let id = names.lazy.compactMap({ Identifier<Change>(String($0)) }).first { return id }
        }
        return nil
    }

    /// The value of a field that the answer has.
    func field(_ name: FieldName) -> String? { fields.first { $0.0 == name }?.1 }

    /// The answer to a request that is sent once more.
    ///
    /// - Throws: 410 `erased` if there is nothing left of it.
    init(_ kept: KeptAnswer) throws(Problem) {
        guard let body = kept.body else { throw Problem(.erased) }
        self.init(kept.status, body: body, type: body.isEmpty ? nil : .json)
        let fields: [(FieldName, String?)] = [
            (.eTag, kept.tag), (.location, kept.location), (.contentLocation, kept.contentLocation),
            ("Idempotency-Replayed", "true"),
        ]
        self.fields = fields.compactMap { name, value in value.map { (name, $0) } }
    }
}
