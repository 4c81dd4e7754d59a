import Logging
import Metrics
import Scharnier
import ScharnierStore

extension ServiceMetrics {
    /// What the timers tell, counted and logged here.
    func timerEvents(_ logger: Logger) -> TimerEvents {
        var events = TimerEvents()
        events.fired = { effects in for effect in effects { self.count(effect) } }
        events.postponed = { record, error in
            self.timersPostponed.add()
            logger.error(
                "timer postponed",
                metadata: ["type": "\(record.subject)", "id": "\(record.id)", "cause": "\(error)"])
        }
        events.distrusted = { difference in
            self.clockDifference.set(difference.components.seconds)
            if difference == .zero { return logger.notice("the clock agrees again, timers go on") }
            logger.error(
                "the clock was set, timers rest: set it right, or start the service anew if it is right",
                metadata: ["seconds": "\(difference.components.seconds)"])
        }
        events.retained = { run in
            self.count(run)
            let found = run.counts.filter { $0.rows > 0 }.map { "\($0.rule.rawValue)=\($0.rows)" }
            logger.info("retention run", metadata: ["rows": "\(found.joined(separator: " "))"])
        }
        events.retentionRested = { last in
            logger.error(
                "no retention run by itself: the last one is long ago; see scharnier retention --dry-run",
                metadata: ["last": "\(last)"])
        }
        events.retentionFailed = { logger.error("retention run failed", metadata: ["cause": "\($0)"]) }
        return events
    }

    /// Metrics of the timers.
    func timerFamilies() -> [Family] {
        [
            Family(.counter, "scharnier_timers_fired_total", "What the clock did to records.") { name, text in
                for (number, count) in self.timerEffects.all
                where TimerEffect.allCases.indices.contains(number) {
                    text.sample(name, count, labels: [("event", TimerEffect.allCases[number].rawValue)])
                }
            },
            .counter(
                "scharnier_timers_postponed_total", "What the clock could not do to a record.",
                timersPostponed),
            Family(
                .counter, "scharnier_retention_rows_total", "Rows that daily retention runs removed, by rule."
            ) { name, text in
                for (number, count) in self.retainedRows.all
                where RetentionRule.allCases.indices.contains(number) {
                    text.sample(name, count, labels: [("kind", RetentionRule.allCases[number].rawValue)])
                }
            },
            .gauge(
                "scharnier_clock_ahead_seconds", "By how much the clock was set while timers rest; else 0."
            ) { self.clockDifference.value },
        ]
    }

    private func count(_ run: RetentionRun) {
        for count in run.counts {
            RetentionRule.allCases.firstIndex(of: count.rule).map {
                retainedRows.add($0, Int64(count.rows))
            }
        }
    }

    private func count(_ effect: TimerEffect) {
        TimerEffect.allCases.firstIndex(of: effect).map { timerEffects.add($0) }
    }
}
