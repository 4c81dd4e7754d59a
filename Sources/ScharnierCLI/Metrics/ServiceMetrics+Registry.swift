import HTTPServer
import Metrics
import Scharnier
import ScharnierStore
import TLS

/// What the figures of a service are read from, besides its own counters.
struct MetricSources: Sendable {
    let store: SQLiteStore
    let database: String
    let log: LogQueue
    let started: Instant
    let encryption: RenewableTLSContext?
    let figures: @Sendable () -> ServerFigures?
}

extension ServiceMetrics {
    /// Every metric, one line each (operations.md §10).
    func registry(_ sources: MetricSources) -> Registry {
        Registry(
            requestFamilies(sources) + encryptionFamilies(sources) + storeFamilies(sources) + timerFamilies()
                + processFamilies(sources))
    }

    private func requestFamilies(_ sources: MetricSources) -> [Family] {
        [
            Family(
                .counter, "scharnier_http_requests_total", "Requests answered, by route, method and status.",
                write: requests.writeCounts),
            Family(
                .histogram, "scharnier_http_request_duration_seconds",
                "Time from a request to its answer, by route.", write: requests.writeDurations),
            Family(
                .counter, "scharnier_deprecated_requests_total",
                "Requests to operations that will go away, by operation and organisation.",
                write: deprecations.write),
            Family(.gauge, "scharnier_http_connections", "Connections, by state.") { name, text in
                guard let figures = sources.figures() else { return }
                text.sample(name, Int64(figures.connections), labels: [("state", "open")])
            },
            .gauge("scharnier_http_requests_in_work", "Requests that wait for their answer.") {
                sources.figures().map { Int64($0.inWork) }
            },
            Family(.counter, "scharnier_http_rejected_total", "What was refused early, by reason.") {
                $1.rejections($0, sources.figures())
            },
            .counter(
                "scharnier_log_dropped_total", "Log lines lost because nobody took them.", sources.log.dropped
            ),
        ]
    }

    /// Without samples where the service speaks plain text.
    private func encryptionFamilies(_ sources: MetricSources) -> [Family] {
        [
            Family(
                .counter, "scharnier_tls_handshake_failures_total",
                "Handshakes that began and came to nothing."
            ) { name, text in
                guard let encryption = sources.encryption else { return }
                text.sample(name, Int64(encryption.handshakes.failed))
            },
            .gauge("scharnier_certificate_expiry_timestamp_seconds", "When the certificate ends.") {
                sources.encryption?.current.validity.notAfter
            },
        ]
    }

    private func storeFamilies(_ sources: MetricSources) -> [Family] {
        [
            .histogram(
                "scharnier_db_commit_duration_seconds", "Time of one group commit, its jobs included.",
                decimals: 9, commits),
            .histogram("scharnier_db_batch_size", "Writes in one group commit.", batches),
            .gauge("scharnier_db_writer_queue", "Writes that wait.") { Int64(sources.store.waitingWrites) },
            .gauge("scharnier_db_wal_bytes", "Size of the write-ahead log.") {
                ProcessFigures.fileBytes(sources.database + "-wal")
            },
            .gauge("scharnier_db_file_bytes", "Size of the database file.") {
                ProcessFigures.fileBytes(sources.database)
            },
            .gauge("scharnier_disk_free_bytes", "Free space on the database's disk.") {
                ProcessFigures.freeBytes(besides: sources.database)
            },
            .gauge("scharnier_feed_head", "Number of the last change.") { self.feedHead.value },
        ]
    }

    private func processFamilies(_ sources: MetricSources) -> [Family] {
        [
            Family(.gauge, "scharnier_build_info", "Always 1; its label says what runs.") { name, text in
                text.sample(name, 1, labels: [("version", Build.version), ("commit", Build.commit)])
            },
            .gauge("process_resident_memory_bytes", "Memory in use.") { ProcessFigures.residentBytes },
            .gauge("process_open_fds", "Open descriptors.") { ProcessFigures.openDescriptors },
            .gauge("process_max_fds", "Descriptors that may be open.") { ProcessFigures.descriptorLimit },
            Family(.counter, "process_cpu_seconds_total", "Time on the processors.") { name, text in
                guard let time = ProcessFigures.processorMicroseconds else { return }
                text.sample(name, time, decimals: 6)
            },
            .gauge("process_start_time_seconds", "When the process started.", decimals: 3) {
                sources.started.milliseconds
            },
        ]
    }
}

extension MetricsText {
    /// Refusals of the server itself, which no route sees.
    fileprivate mutating func rejections(_ name: String, _ figures: ServerFigures?) {
        guard let figures else { return }
        let reasons = [
            ("overloaded", figures.shedRequests), ("connection_limit", figures.refusedConnections),
            ("deadline", figures.expiredAnswers), ("descriptors", figures.acceptFailures),
        ]
        for (reason, count) in reasons { sample(name, Int64(count), labels: [("reason", reason)]) }
    }
}
