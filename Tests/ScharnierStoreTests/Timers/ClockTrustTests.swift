import Scharnier
import Testing

@testable import ScharnierStore

@Suite struct ClockTrustTests {
    private let wall = Instant(milliseconds: 1_795_253_400_000)
    private let steady = ContinuousClock.now

    /// What a clock shows `seconds` later that was set by `jump`.
    private func difference(_ trust: inout ClockTrust, after seconds: Int64, jump: Int64) -> Duration? {
        trust.difference(
            wall: wall.adding(seconds: seconds + jump), steady: steady.advanced(by: .seconds(seconds)))
    }

    @Test(arguments: [0, 1, 3600, -3600])
    func `a clock that is set by an hour is believed`(jump: Int64) {
        var trust = ClockTrust()
        #expect(difference(&trust, after: 0, jump: 0) == nil)
        #expect(difference(&trust, after: 40, jump: jump) == nil)
    }

    @Test(arguments: [3601, -3601, 2 * 86_400, -2 * 86_400, 400 * 86_400])
    func `a clock that is set by more is not, until it agrees again`(jump: Int64) {
        var trust = ClockTrust()
        #expect(difference(&trust, after: 0, jump: 0) == nil)
        #expect(difference(&trust, after: 40, jump: jump) == .seconds(jump))
        #expect(difference(&trust, after: 90_000, jump: jump) == .seconds(jump))
        #expect(difference(&trust, after: 90_040, jump: 0) == nil)
        #expect(difference(&trust, after: 90_080, jump: 0) == nil)
    }

    @Test func `a service that slept, or a long time without work, is no clock that was set`() {
        var trust = ClockTrust()
        for seconds: Int64 in [0, 86_400, 86_400 * 30, 86_400 * 400] {
            #expect(difference(&trust, after: seconds, jump: 0) == nil)
        }
    }

    @Test func `a clock that goes wrong a little each time is believed`() {
        var trust = ClockTrust()
        for step: Int64 in 0...20 { #expect(difference(&trust, after: step * 900, jump: step * 1800) == nil) }
    }
}
