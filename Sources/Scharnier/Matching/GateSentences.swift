/// What is said of a gate that passes, fails, or waits for an answer.
final class GateSentences: Sendable {
    let code: Gate.Code
    let passes: Wording
    let fails: Wording

    /// Empty for gates that are never open.
    let isOpen: Wording?

    /// Whether officer or city may go over it (domain.md §7.2, column ov).
    let isOverridable: Bool

    private init(
        _ code: Gate.Code, ov isOverridable: Bool = false, _ passes: Wording, _ fails: Wording,
        open isOpen: Wording? = nil
    ) {
        self.code = code
        self.passes = passes
        self.fails = fails
        self.isOpen = isOpen
        self.isOverridable = isOverridable
    }

    /// The sentence for what a gate found.
    func sentence(for state: Findings.State) -> Wording {
        switch state {
        case .omitted, .passes: passes
        case .fails: fails
        case .isOpen: isOpen ?? fails
        }
    }
}

extension GateSentences {
    /// In the order of the codes.
    static let all: [GateSentences] = standing + things + places + preferences + organizations

    private static let standing = [
        GateSentences(
            .needNotLive, Wording("Bedarf und Position sind offen.", "The need and the item are open."),
            Wording("Der Bedarf oder die Position ist nicht offen.", "The need or the item is not open.")),
        GateSentences(
            .offerNotLive, Wording("Das Angebot ist aktiv.", "The offer is active."),
            Wording("Das Angebot ist nicht aktiv.", "The offer is not active.")),
        GateSentences(
            .notVisible, ov: true,
            Wording("Beide Seiten sind einander vorgestellt.", "Both sides have been introduced."),
            Wording("Wird nur persönlich vermittelt.", "Is brokered in person only.")),
    ]

    private static let things = [
        GateSentences(
            .kindMismatch, Wording("Die Art passt.", "The kind fits."),
            Wording(
                "Gesucht und angeboten wird Verschiedenes.",
                "What is asked and what is offered differ in kind.")),
        GateSentences(
            .unitMismatch, ov: true, Wording("Die Einheiten passen.", "The units fit."),
            Wording("Die Einheiten sind verschieden.", "The units differ."),
            open: Wording("Die Einheit ist nicht angegeben.", "The unit is not stated.")),
        GateSentences(
            .categoryMismatch, ov: true, Wording("Die Kategorie passt.", "The category fits."),
            Wording("Die Kategorien sind verschieden.", "The categories differ.")),
        GateSentences(
            .conditionMismatch, ov: true, Wording("Der Zustand passt.", "The condition fits."),
            Wording(
                "Gesucht wird Neues, angeboten Gebrauchtes.",
                "New goods are asked for, used ones are offered.")),
        GateSentences(
            .quantityInsufficient, Wording("Die Menge reicht.", "The quantity suffices."),
            Wording("Die Menge erreicht ein Mindestmaß nicht.", "The quantity does not reach a minimum."),
            open: Wording("Die Menge ist nicht angegeben.", "The quantity is not stated.")),
        GateSentences(
            .amountOutOfRange, Wording("Der Betrag passt.", "The amount fits."),
            Wording("Der Betrag erreicht einen Mindestbetrag nicht.", "The amount does not reach a minimum."),
            open: Wording("Der Betrag ist nicht angegeben.", "The amount is not stated.")),
    ]

    private static let places = [
        GateSentences(
            .windowMismatch, ov: true, Wording("Die Zeiten treffen sich.", "The times meet."),
            Wording("Die Zeiten treffen sich nicht.", "The times do not meet.")),
        GateSentences(
            .areaOutOfScope, ov: true, Wording("Das Gebiet passt.", "The area fits."),
            Wording("Das Angebot gilt in anderen Gebieten.", "The offer is for other areas."),
            open: Wording("Das Gebiet ist nicht angegeben.", "The area is not stated.")),
        GateSentences(
            .notRemote, Wording("Digital ist möglich.", "It can be done remotely."),
            Wording("Das Angebot ist digital, der Bedarf vor Ort.", "The offer is digital, the need on site.")
        ),
        GateSentences(
            .horizonExcluded, Wording("Die Dauer passt.", "The horizon fits."),
            Wording("Das Angebot gilt nicht für diese Dauer.", "The offer is not for this horizon."),
            open: Wording("Die Dauer ist nicht angegeben.", "The horizon is not stated.")),
    ]

    private static let preferences = [
        GateSentences(
            .topicExcluded, ov: true,
            Wording("Ein verlangtes Thema ist dabei.", "A required topic is shared."),
            Wording("Das Angebot gilt nur für andere Themen.", "The offer is for other topics only."),
            open: Wording("Der Bedarf nennt kein Thema.", "The need names no topic.")),
        GateSentences(
            .targetGroupExcluded, ov: true,
            Wording("Eine verlangte Zielgruppe ist dabei.", "A required target group is shared."),
            Wording(
                "Das Angebot gilt nur für andere Zielgruppen.", "The offer is for other target groups only."),
            open: Wording("Der Bedarf nennt keine Zielgruppe.", "The need names no target group.")),
        GateSentences(
            .skillsMissing, ov: true,
            Wording("Alle nötigen Fähigkeiten sind da.", "All required skills are there."),
            Wording("Eine nötige Fähigkeit fehlt.", "A required skill is missing."),
            open: Wording("Das Angebot nennt keine Fähigkeiten.", "The offer names no skills.")),
        GateSentences(
            .accessibilityUnmet,
            Wording("Der Raum ist barrierefrei wie nötig.", "The room is as accessible as required."),
            Wording(
                "Dem Raum fehlt nötige Barrierefreiheit.", "The room lacks a required accessibility feature."),
            open: Wording(
                "Zur Barrierefreiheit ist nichts angegeben.", "Nothing is stated about accessibility.")),
        GateSentences(
            .safeguardingUnmet,
            Wording("Der Kinderschutz ist gewahrt.", "The safeguarding requirement is met."),
            Wording(
                "Der nötige Nachweis zum Kinderschutz fehlt.",
                "The required safeguarding evidence is missing.")),
    ]

    private static let organizations = [
        GateSentences(
            .carrierUnverified, Wording("Der Träger ist geprüft.", "The carrier is verified."),
            Wording("Der Träger ist nicht geprüft.", "The carrier is not verified.")),
        GateSentences(
            .supplierUnverified,
            Wording("Die gebende Organisation ist geprüft.", "The giving organisation is verified."),
            Wording("Die gebende Organisation ist nicht geprüft.", "The giving organisation is not verified.")
        ),
        GateSentences(
            .organizationSuspended, Wording("Keine Seite ist gesperrt.", "Neither side is suspended."),
            Wording("Eine Seite ist gesperrt.", "One side is suspended.")),
        GateSentences(
            .noPayee, Wording("Das Geld kann jemand annehmen.", "Somebody can receive the money."),
            Wording("Niemand kann das Geld annehmen.", "Nobody can receive the money."),
            open: Wording("Die Rechtsform ist nicht angegeben.", "The legal form is not stated.")),
        GateSentences(
            .receiptIncapable, ov: true,
            Wording("Eine Zuwendungsbestätigung ist möglich.", "A donation receipt is possible."),
            Wording("Eine Zuwendungsbestätigung ist nicht möglich.", "A donation receipt is not possible."),
            open: Wording("Zum Steuerstatus ist nichts angegeben.", "Nothing is stated about the tax status.")
        ),
        GateSentences(
            .sameOrganization, ov: true,
            Wording("Die Seiten sind voneinander unabhängig.", "The sides are independent of each other."),
            Wording("Beide Seiten gehören zusammen.", "Both sides belong together.")),
        GateSentences(
            .alreadyOpen, Wording("Es läuft noch keine Vermittlung.", "No introduction is open yet."),
            Wording("Es läuft schon eine Vermittlung.", "An introduction is open already.")),
        GateSentences(
            .declinedRecently, ov: true,
            Wording("Es gab zuletzt keine Absage.", "There was no recent refusal."),
            Wording("Die gebende Seite hat vor Kurzem abgesagt.", "The giving side declined recently.")),
    ]
}
