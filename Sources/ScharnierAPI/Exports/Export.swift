import HTTPWire
import Logging
import Scharnier
import Synchronization

/// A list that is sent whole, page by page, each read when the one before it is on its way (api.md §9).
///
/// Each page is the one that the list would answer: what the caller sees is the same.
final class Export: Sendable {
    /// What lists one page.
    typealias List = @Sendable (Call, any ReadTransaction) throws -> Answer

    /// Items of one export; beyond that it breaks off.
    static let mostItems = 100_000

    private let store: any Store
    private let logger: Logger
    private let call: Call
    private let list: List
    private let format: ExportFormat
    private let columns: [String]
    private let isPaged: Bool
    private let progress = Mutex(Progress())

    private struct Progress {
        /// The first page, which is read before the answer begins.
        var first: ContentStream.Piece?
        var cursor: String?
        var count = 0
        var position: Int64 = 0
    }

    /// The list of `route`, which `call` asks for.
    init(_ api: API, _ route: Route, _ call: Call, _ list: @escaping List, _ format: ExportFormat) {
        store = api.store
        logger = api.logger
        self.call = call
        self.list = list
        self.format = format
        columns = ExportColumns.of(route.template) ?? []
        isPaged = route.parameters.contains("cursor")
    }

    /// Reads the first page, so that what is wrong with the request is told as ever; then answers.
    func begin(then complete: @escaping @Sendable (Result<Answer, any Error>) -> Void) {
        store.readAside(
            { [self] tx in
                // Before the page: what changes from now on is in the feed behind this position.
                let position = try tx.lastPosition()
                return (position, try page(nil, tx))
            },
            then: { [self] result in
                complete(Result { try answer(from: try result.get()) })
            })
    }

    private func answer(from first: (position: Int64, page: ListDocument)) throws -> Answer {
        progress.withLock { $0.position = first.position }
        let piece = try piece(first.page, isFirst: true)
        progress.withLock { $0.first = piece }
        var answer = Answer(200, type: format.mediaType)
        answer.stream = ContentStream { [self] take in next(take) }
        answer.fields = [("Feed-Position", "\(first.position)")]
        return answer
    }

    private func next(_ take: @escaping @Sendable (ContentStream.Piece) -> Void) {
        let (first, cursor) = progress.withLock { ($0.first.take(), $0.cursor) }
        if let first { return take(first) }
        store.readAside(
            { [self] tx in try page(cursor, tx) },
            then: { [self] result in
                do {
                    take(try piece(try result.get(), isFirst: false))
                } catch {
                    logger.warning("export broken off", metadata: ["cause": "\(error)", "id": "\(call.id)"])
                    take(.broken)
                }
            })
    }

    /// One page, in a read transaction of its own: a long one would hold up checkpoints.
    private func page(_ cursor: String?, _ tx: any ReadTransaction) throws -> ListDocument {
        let answer = try list(isPaged ? call.asking(forPage: cursor) : call, tx)
        guard let document = ListDocument(answer.written().body) else { throw NoList() }
        return document
    }

    private func piece(_ page: ListDocument, isFirst: Bool) throws -> ContentStream.Piece {
        let (count, position) = progress.withLock { progress in
            progress.count += page.items.count
            progress.cursor = page.next
            return (progress.count, progress.position)
        }
        guard count <= Self.mostItems else { throw TooManyItems() }
        let bytes =
            (isFirst ? format.beginning(columns) : []) + (try format.encoded(page.items, columns))
        return page.next == nil ? .last(bytes + format.end(count, position)) : .more(bytes)
    }

    /// A page is no list.
    private struct NoList: Error {}

    /// A list is longer than an export may be.
    private struct TooManyItems: Error {}
}

extension Call {
    /// The same call for one page, the longest there is.
    ///
    /// It is not counted: nobody would see it, and each page would go through the whole list again.
    func asking(forPage cursor: String?) -> Call {
        let own = ["cursor", "limit", "count"]
        let kept = (request.query ?? []).split(separator: UInt8(ascii: "&")).filter { part in
            let name = part.prefix { $0 != UInt8(ascii: "=") }
            // As the query is read: a name may be written with percent signs.
            return Query.decoded(name).map { !own.contains($0) } ?? true
        }
        let more = ["limit=\(PageSize.largest)"] + (cursor.map { ["cursor=\($0)"] } ?? [])
        return asking(
            Array(
                (kept.map { Array($0) } + more.map { Array($0.utf8) }).joined(separator: [UInt8(ascii: "&")]))
        )
    }

    /// The form in which the whole list is asked for; nil for a page of it in JSON.
    func exportFormat(of route: Route) -> ExportFormat? {
        guard route.isExportable, let accept = request.fields.first(.accept) else { return nil }
        let types = ["application/json"] + ExportFormat.allCases.map(\.rawValue)
        return MediaRange.preferred(accept, among: types).flatMap(ExportFormat.init(rawValue:))
    }
}

extension Route {
    /// Whether it is a list that is also sent whole.
    var isExportable: Bool { method == .get && ExportColumns.of(template) != nil }
}
