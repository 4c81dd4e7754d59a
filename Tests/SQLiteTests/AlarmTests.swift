import Foundation
import SQLite
import Testing

/// Sleeping by the system's clock; no test depends on how fast a thread is.
@Suite struct AlarmTests {
    private var now: Int64 { Int64(Date().timeIntervalSince1970 * 1000) }

    @Test func `who sleeps until a moment that has passed wakes at once`() {
        let alarm = Alarm()
        for moment in [Int64.min, -1, 0, now] { #expect(alarm.sleep(until: moment)) }
    }

    @Test func `who sleeps wakes at the moment, and not before it`() {
        let moment = now + 300
        #expect(Alarm().sleep(until: moment))
        #expect(now >= moment)
    }

    @Test func `an earlier moment wakes who sleeps for ever`() throws {
        let alarm = Alarm()
        let thread = try JobThread(name: "sleeper")
        let woken = BlockingQueue<Bool>(capacity: 1)
        thread.submit { _ = woken.append(alarm.sleep(until: .max)) }
        alarm.ring(at: now + 1)
        #expect(woken.take() == true)
    }

    @Test func `a moment that was named before the sleep counts for it, and for one sleep only`() {
        let alarm = Alarm()
        alarm.ring(at: 0)
        #expect(alarm.sleep(until: .max))
        let moment = now + 200
        #expect(alarm.sleep(until: moment))
        #expect(now >= moment)
    }

    @Test func `who is told to stop does not sleep any more`() throws {
        let alarm = Alarm()
        let thread = try JobThread(name: "sleeper")
        let woken = BlockingQueue<Bool>(capacity: 1)
        thread.submit { _ = woken.append(alarm.sleep(until: .max)) }
        alarm.stop()
        #expect(woken.take() == false)
        #expect(!alarm.sleep(until: .max))
    }
}
