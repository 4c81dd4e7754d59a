import Testing

@testable import Scharnier

@Suite struct ServiceWindowTests {
    private var city = SampleCity()
    private static let shift = Schedule(
        kind: .shift, startsAt: .at("2026-03-07T09:00:00+01:00"), endsAt: .at("2026-03-08T00:00:00+01:00"))

    @Test(arguments: [(0, true), (10, true), (11, false)])
    mutating func `an open line is wanted from today to the day it is needed by`(_ days: Int, _ passes: Bool)
    {
        city.given.available.from = city.asOf.adding(days)
        #expect(passesWindow == passes)
    }

    @Test(arguments: [(-1, false), (0, false), (1, true)])
    mutating func `an offer that ends today is over`(_ days: Int, _ passes: Bool) {
        city.given.available.to = city.asOf.adding(days)
        #expect(passesWindow == passes)
    }

    @Test mutating func `a date that has passed meets nothing`() {
        city.need.content.neededByOn = city.asOf
        #expect(passesWindow)
        city.need.content.neededByOn = city.asOf.adding(-1)
        #expect(!passesWindow)
    }

    @Test mutating func `without a date the period counts, without its last day`() {
        city.need.content.neededByOn = nil
        city.need.content.period = DayRange(from: city.asOf.adding(5), to: city.asOf.adding(8))
        city.given.available = DayRange(from: city.asOf.adding(7))
        #expect(passesWindow)
        city.given.available = DayRange(from: city.asOf.adding(8))
        #expect(!passesWindow)
        city.given.available = DayRange(to: city.asOf.adding(5))
        #expect(!passesWindow)
    }

    @Test mutating func `without any date every time is good`() {
        city.need.content.neededByOn = nil
        city.given.available.from = city.asOf.adding(5000)
        #expect(passesWindow)
    }

    @Test(arguments: [
        ("2026-03-07", "2026-03-08", true), ("2026-03-08", nil, false), (nil, "2026-03-07", false),
        (nil, nil, true),
    ])
    mutating func `a shift lies inside what is available`(_ from: String?, _ to: String?, _ passes: Bool) {
        city.asked.schedule = Self.shift
        city.given.available = DayRange(from: from.map { .on($0) }, to: to.map { .on($0) })
        #expect(passesWindow == passes)
    }

    @Test(arguments: [
        ("09:00", "23:30", false), ("08:59", "23:59", false), ("09:01", "24:00", false),
        ("09:00", "24:00", true),
    ])
    mutating func `a shift lies inside the offer's shift`(_ from: String, _ to: String, _ passes: Bool) {
        let end = to == "24:00" ? "2026-03-08T00:00:00+01:00" : "2026-03-07T\(to):00+01:00"
        city.asked.schedule = Self.shift
        city.given.schedule = Schedule(
            kind: .shift, startsAt: .at("2026-03-07T\(from):00+01:00"), endsAt: .at(end))
        #expect(passesWindow == passes)
    }

    @Test mutating func `a shift of yesterday cannot be had any more`() {
        city.asked.schedule = Self.shift
        city.asOf = .on("2026-03-08")
        #expect(!passesWindow)
    }

    @Test(arguments: [
        ("2026-04-01", "2026-04-10", true), ("2026-04-09", "2026-05-01", true),
        ("2026-04-10", "2026-05-01", false),
    ])
    mutating func `frames share a day`(_ from: String, _ to: String, _ passes: Bool) {
        city.asked.schedule = Schedule(
            kind: .frame, days: DayRange(from: .on("2026-04-01"), to: .on("2026-04-10")))
        city.given.schedule = Schedule(kind: .frame, days: DayRange(from: .on(from), to: .on(to)))
        #expect(passesWindow == passes)
    }

    @Test mutating func `an open line is met by a shift before it is needed`() {
        city.given.schedule = Self.shift
        #expect(passesWindow)
        city.need.content.neededByOn = .on("2026-03-06")
        #expect(!passesWindow)
    }

    @Test mutating func `a frame without days is an open schedule`() {
        city.asked.schedule = Schedule(kind: .frame)
        city.given.available.from = city.asOf.adding(11)
        #expect(!passesWindow)
    }

    private var passesWindow: Bool { city.gate(.windowMismatch)?.passes == true }
}
