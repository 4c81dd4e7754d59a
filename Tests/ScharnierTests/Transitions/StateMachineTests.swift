import Testing

@testable import Scharnier

@Suite struct StateMachineTests {
    private enum Light: String, CaseIterable {
        case red, green, dark
    }

    private enum Switch: String, CaseIterable {
        case go, halt, blink
    }

    private let machine = StateMachine<Light, Switch>([
        Step([.red], .go, to: .green, by: [.owner]),
        Step([.green, .dark], .halt, to: .red, by: [.owner, .city]),
        Step([.dark], .go, to: nil, by: [.city]),
    ])

    @Test func `a row leads from its state to its other state`() throws {
        #expect(try machine.step(.go, in: .red, as: [.owner]).to == .green)
        #expect(try machine.step(.halt, in: .dark, as: [.city]).to == .red)
    }

    @Test func `where the record tells, no state is named`() throws {
        let step = try machine.step(.go, in: .dark, as: [.city])
        #expect(step.to == nil)
        #expect(step.event == .go)
    }

    @Test func `who can never fire an event is forbidden to`() {
        #expect(throws: Refusal.roleForbidden) { try machine.step(.go, in: .red, as: [.broker]) }
        #expect(throws: Refusal.roleForbidden) { try machine.step(.go, in: .red, as: []) }
        #expect(throws: Refusal.roleForbidden) { try machine.step(.blink, in: .red, as: [.owner, .city]) }
    }

    @Test func `who can do so in another state learns what is possible now`() {
        #expect(throws: Refusal.stateConflict(state: "red", allowed: [])) {
            try machine.step(.go, in: .red, as: [.city])
        }
        #expect(throws: Refusal.stateConflict(state: "green", allowed: ["halt"])) {
            try machine.step(.go, in: .green, as: [.owner])
        }
    }

    @Test func `several relations add up`() throws {
        #expect(machine.allowed(in: .dark, as: [.owner]) == [.halt])
        #expect(machine.allowed(in: .dark, as: [.owner, .city]) == [.halt, .go])
        #expect(try machine.step(.go, in: .red, as: [.city, .owner]).to == .green)
    }
}
