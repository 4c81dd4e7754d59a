import Testing

@testable import Scharnier

/// A state machine written out as in domain.md §5, a row a line: `from, from | event | to | actor actor`.
///
/// `=` stands where the record itself tells the new state.
struct MachineTable {
    struct Row {
        let from: Set<String>
        let event: String
        let to: String?
        let actors: Set<Actor>
    }

    static let actors: [String: Actor] = [
        "owner": .owner, "officer": .officer, "city": .city, "carrier": .carrier, "supplier": .supplier,
        "broker": .broker, "host": .host, "proposer": .proposer, "system": .system,
    ]

    let rows: [Row]

    init(_ text: String) throws {
        rows = try text.split(separator: "\n").map { line in
            let cells = line.split(separator: "|").map {
                $0.split { $0 == " " || $0 == "," }.map(String.init)
            }
            try #require(cells.count == 4)
            return Row(
                from: Set(cells[0]), event: cells[1][0], to: cells[2][0] == "=" ? nil : cells[2][0],
                actors: Set(try cells[3].map { try #require(Self.actors[$0]) }))
        }
    }

    /// The events that `actor` can fire in `state`.
    func allowed(in state: String, as actor: Actor) -> [String] {
        rows.filter { $0.from.contains(state) && $0.actors.contains(actor) }.map(\.event).sorted()
    }

    /// Checks every row, and that there is nothing else.
    func expect<State, Event>(_ machine: StateMachine<State, Event>)
    where State: CaseIterable, State.AllCases == [State], Event.AllCases == [Event] {
        #expect(rows.allSatisfy { row in row.from.allSatisfy { State(rawValue: $0) != nil } })
        #expect(rows.allSatisfy { row in row.to.map { State(rawValue: $0) != nil } ?? true })
        #expect(Set(rows.map(\.event)) == Set(Event.allCases.map(\.rawValue)))
        for actor in Self.actors.values {
            for state in State.allCases { expect(machine, in: state, as: actor) }
        }
    }

    private func expect<State, Event>(_ machine: StateMachine<State, Event>, in state: State, as actor: Actor)
    where Event.AllCases == [Event] {
        let allowed = allowed(in: state.rawValue, as: actor)
        let found = machine.allowed(in: state, as: [actor]).map(\.rawValue)
        #expect(found.sorted() == allowed, "\(state.rawValue) as \(actor)")
        for event in Event.allCases {
            let mine = rows.filter { $0.event == event.rawValue && $0.actors.contains(actor) }
            let row = mine.first { $0.from.contains(state.rawValue) }
            let label: Comment = "\(state.rawValue) \(event.rawValue) as \(actor)"
            do throws(Refusal) {
                let step = try machine.step(event, in: state, as: [actor])
                #expect(row != nil, label)
                #expect(step.to?.rawValue == row?.to, label)
            } catch {
                let expected: Refusal =
                    mine.isEmpty ? .roleForbidden : .stateConflict(state: state.rawValue, allowed: found)
                #expect(error == expected, label)
                #expect(row == nil, label)
            }
        }
    }
}
