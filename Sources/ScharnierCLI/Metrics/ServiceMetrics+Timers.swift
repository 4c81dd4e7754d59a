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
            .gauge(
                "scharnier_clock_ahead_seconds", "By how much the clock was set while timers rest; else 0."
            ) { self.clockDifference.value },
        ]
    }

    private func count(_ effect: TimerEffect) {
        TimerEffect.allCases.firstIndex(of: effect).map { timerEffects.add($0) }
    }
}
