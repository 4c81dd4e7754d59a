import HTTPWire
import TestSupport

/// A random but repeatable history of a city: each step is one request, which may be refused.
struct FeedHistory {
    private let application: Application
    private var random: SmallRandom
    private var needs: [(path: String, owner: String)] = []
    private var offers: [(path: String, owner: String)] = []
    private var introductions: [String] = []

    /// Answers that say the server is at fault.
    private(set) var faults: [String] = []

    /// How many steps changed something.
    private(set) var changes = 0

    init(_ application: Application, seed: UInt64) {
        self.application = application
        random = SmallRandom(state: seed)
    }

    /// Does one thing that somebody could do.
    mutating func step() {
        switch random.number(below: 12) {
        case 0, 1: createNeed()
        case 2: createOffer()
        case 3: propose()
        case 4: answer()
        case 5...9: moveNeed()
        default: moveOffer()
        }
    }

    private mutating func note(_ response: Response) {
        if response.status >= 500 { faults.append(response.outcome) }
        if (200..<300).contains(response.status) { changes += 1 }
    }

    private mutating func createNeed() {
        let owner = random.element(of: ["carrier", "stranger", "network"])
        let area = random.element(of: ["ar-nordmarkt", "ar-hoerde"])
        let document = Document.need(application, area: area).with("visibility", visibility())
        let response = application.send(.post, "/v1/needs", document.text, as: owner)
        note(response)
        guard let path = response.field("Location") else { return }
        needs.append((path, owner))
        note(application.fire("submit", path, as: owner))
        note(application.fire("publish", path, as: "city"))
    }

    private mutating func createOffer() {
        let owner = random.element(of: ["company", "foundation"])
        let document = Document.offer.with("visibility", visibility())
        let response = application.send(.post, "/v1/offers", document.text, as: owner)
        note(response)
        guard let path = response.field("Location") else { return }
        offers.append((path, owner))
        note(application.fire("submit", path, as: owner))
    }

    private mutating func propose() {
        guard !needs.isEmpty, !offers.isEmpty else { return }
        let (need, carrier) = random.element(of: needs)
        let (offer, supplier) = random.element(of: offers)
        let who = random.element(of: [carrier, supplier, "officer", "city"])
        let response = application.propose(need, offer, as: who)
        note(response)
        if let path = response.field("Location") { introductions.append(path) }
    }

    private mutating func answer() {
        guard !introductions.isEmpty else { return }
        let who = random.element(of: ["carrier", "stranger", "network", "company", "foundation"])
        let event = random.element(of: ["accept", "accept", "accept", "decline", "fail", "withdraw"])
        let reason = #","reason_code":"timing""#
        note(application.fire(event, random.element(of: introductions), as: who, facts: reason))
    }

    private mutating func moveNeed() {
        guard !needs.isEmpty else { return }
        let (path, owner) = random.element(of: needs)
        let reason = #","reason_code":"other""#
        switch random.number(below: 9) {
        case 8: redact(path)
        case 0...2: note(application.patch(path, "{\"visibility\":\(visibility())}", as: owner))
        case 3: note(application.fire("pause", path, as: owner, facts: reason))
        case 4: note(application.fire("resume", path, as: owner))
        case 5: note(application.fire("close", path, as: owner, facts: #","outcome":"irrelevant""#))
        case 6:
            note(application.patch(path, "{\"title\":\"Fassung \(random.number(below: 99))\"}", as: owner))
        default: note(application.fire("withdraw", path, as: owner))
        }
    }

    private mutating func moveOffer() {
        guard !offers.isEmpty else { return }
        let (path, owner) = random.element(of: offers)
        switch random.number(below: 6) {
        case 5: redact(path)
        case 0, 1: note(application.patch(path, "{\"visibility\":\(visibility())}", as: owner))
        case 2: note(application.fire("pause", path, as: owner, facts: #","reason_code":"other""#))
        case 3: note(application.fire("resume", path, as: owner))
        default: note(application.fire("withdraw", path, as: owner))
        }
    }

    private mutating func redact(_ path: String) {
        let body = """
            {"reason_code":"personal_data","changes":[{"pointer":"/title","text":"Wort \(random.number(below: 9))"}]}
            """
        note(
            application.send(.post, "\(path)/redactions", body, as: random.element(of: ["city", "officer"])))
    }

    private mutating func visibility() -> String {
        random.element(of: ["\"public\"", "\"registered\"", "\"brokered\""])
    }
}

/// A small generator that gives the same numbers for the same seed (SplitMix64).
struct SmallRandom {
    var state: UInt64

    mutating func number(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }

    mutating func element<Element>(of list: [Element]) -> Element { list[number(below: list.count)] }
}
