@testable import Scharnier

/// Need and offer as so many single pieces, each with a place of its own: the long way to what the domain counts.
struct PromiseModel {
    /// What has become of one piece that a need asks for, or an offer has.
    enum Piece: Equatable {
        case free
        case promised(Int)
        case given(Int)
        case got(Int)
    }

    var asked: [Piece]
    var stock: [Piece]

    /// How each commitment stands, in words of the model's own.
    enum State {
        case planned, promised, given, quarrel, got, gone
    }

    var states: [State] = []

    /// How many pieces each commitment is about.
    var sizes: [Int] = []

    init(asked: Int, stock: Int) {
        self.asked = Array(repeating: .free, count: asked)
        self.stock = Array(repeating: .free, count: stock)
    }

    func count(_ pieces: [Piece], _ isMeant: (Piece) -> Bool) -> Int64 {
        Int64(pieces.count(where: isMeant))
    }

    var committed: Int64 { count(asked) { $0 != .free } }
    var used: Int64 { count(stock) { $0 != .free } }
    var fulfilled: Int64 {
        count(asked) { piece in
            if case .got = piece { true } else { false }
        }
    }

    private func open(of number: Int) -> Int { asked.count { $0 == .promised(number) } }
    private func handed(of number: Int) -> Int { asked.count { $0 == .given(number) } }

    private static func turn(_ count: Int, of pieces: inout [Piece], _ old: Piece, into new: Piece) {
        var left = count
        for index in pieces.indices where pieces[index] == old && left > 0 {
            pieces[index] = new
            left -= 1
        }
    }

    private mutating func turn(_ count: Int, _ old: Piece, into new: Piece) {
        Self.turn(count, of: &asked, old, into: new)
        Self.turn(count, of: &stock, old, into: new)
    }

    /// Both sign: the pieces are taken, or there are not enough.
    mutating func take(_ number: Int) -> Bool {
        guard states[number] == .planned else { return false }
        let size = sizes[number]
        guard asked.count(where: { $0 == .free }) >= size, stock.count(where: { $0 == .free }) >= size else {
            return false
        }
        turn(size, .free, into: .promised(number))
        states[number] = .promised
        return true
    }

    mutating func give(_ number: Int, _ count: Int) -> Bool {
        guard states[number] == .promised, count >= 1, count <= open(of: number) else { return false }
        turn(count, .promised(number), into: .given(number))
        if open(of: number) == 0 { states[number] = .given }
        return true
    }

    /// What did not arrive is asked for again, and gone from the stock.
    mutating func get(_ number: Int, _ count: Int) -> Bool {
        guard states[number] == .given, count >= 0, count <= handed(of: number) else { return false }
        Self.turn(count, of: &asked, .given(number), into: .got(number))
        Self.turn(.max, of: &asked, .given(number), into: .free)
        turn(.max, .promised(number), into: .free)
        states[number] = .got
        return true
    }

    mutating func quarrel(_ number: Int, hasBegun: Bool) -> Bool {
        guard states[number] == .given || (states[number] == .promised && hasBegun) else { return false }
        states[number] = .quarrel
        return true
    }

    enum Verdict: CaseIterable {
        case goOn, letStand, end
    }

    mutating func judge(_ number: Int, _ verdict: Verdict) -> Bool {
        guard states[number] == .quarrel else { return false }
        switch verdict {
        case .goOn:
            guard open(of: number) > 0 else { return false }
            states[number] = .promised
        case .letStand:
            guard handed(of: number) > 0 else { return false }
            states[number] = .given
        case .end: end(number)
        }
        return true
    }

    mutating func cancel(_ number: Int) -> Bool {
        guard states[number] == .planned || states[number] == .promised else { return false }
        end(number)
        return true
    }

    private mutating func end(_ number: Int) {
        turn(.max, .promised(number), into: .free)
        states[number] = .gone
    }
}
