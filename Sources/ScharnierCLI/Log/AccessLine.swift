import HTTPWire
import JSON
import Logging
import Metrics
import Scharnier
import ScharnierAPI

/// The line of the log for one request (operations.md §8).
enum AccessLine {
    /// From a second on a request is slow enough to be looked into.
    private static let slow: Int64 = 1_000_000_000
    private static let nanosecondsInMicrosecond: Int64 = 1_000

    /// How important the line is.
    static func level(of record: RequestRecord) -> Logger.Level {
        if record.status >= 500 { return .error }
        return record.duration > slow ? .warning : .info
    }

    static func bytes(of record: RequestRecord, routes: [Route]) -> [UInt8] {
        var writer = JSONWriter(capacity: 512)
        writer.object { writer in
            writer.member("ts", record.at.description)
            writer.member("level", level(of: record).rawValue)
            writer.member("msg", "request")
            writer.member("request_id", record.id)
            if let id = record.foreign.request, id != record.id { writer.member("client_request_id", id) }
            if let id = record.foreign.trace { writer.member("trace_id", id) }
            if let method = record.method { writer.member("method", method.name) }
            if let route = record.route { writer.member("route", routes[route].template) }
            writer.member("status", record.status)
            writer.member("bytes_in", record.bytes.in)
            writer.member("bytes_out", record.bytes.out)
            writer.member("duration_ms", raw: milliseconds(record.duration))
            if let times = record.times {
                writer.member("db_ms", raw: milliseconds(times.working))
                writer.member("queue_ms", raw: milliseconds(times.queued))
            }
            writeCaller(record, to: &writer)
            if let code = record.code { writer.member("error_code", code) }
            if let cause = record.cause { writer.member("cause", "\(cause)") }
        }
        writer.endLine()
        return writer.bytes
    }

    private static func writeCaller(_ record: RequestRecord, to writer: inout JSONWriter) {
        if let token = record.token { writer.member("token_id", token.description) }
        if let organization = record.organization { writer.member("party_id", organization.description) }
        if let client = record.client { writer.member("ip", client.network) }
    }

    /// Milliseconds to the microsecond.
    private static func milliseconds(_ nanoseconds: Int64) -> [UInt8] {
        var digits: [UInt8] = []
        DecimalDigits.append(nanoseconds / nanosecondsInMicrosecond, decimals: 3, to: &digits)
        return digits
    }
}

extension PeerAddress {
    /// The network that it lies in, /24 or /48: enough to find trouble, too little to find a person.
    var network: String {
        if let ipv4 {
            return "\(ipv4 >> 24).\(ipv4 >> 16 & 0xff).\(ipv4 >> 8 & 0xff).0/24"
        }
        let groups = [high >> 48, high >> 32 & 0xffff, high >> 16 & 0xffff].map { String($0, radix: 16) }
        return groups.joined(separator: ":") + "::/48"
    }
}
