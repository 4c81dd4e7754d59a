import Scharnier

extension Labels {
    /// What a member is called; one that nobody has named goes by its own name.
    static func field(_ path: String) -> Wording { fields[path] ?? Wording(path, path) }

    /// The members that a need or an offer can lack before it is submitted.
    private static let fields: [String: Wording] = [
        "area_ids": Wording("Gebiete, in denen das Angebot gilt", "Areas in which the offer holds"),
        "beneficiary_area_ids": Wording("Gebiete, denen es zugutekommt", "Areas that benefit"),
        "budget_cents": Wording("Budget", "Budget"),
        "horizon": Wording("Dauer: akut, befristet oder dauerhaft", "Horizon: acute, temporary or permanent"),
        "items": Wording("mindestens eine Position", "At least one line"),
        "needed_by_on": Wording("Datum, bis zu dem Hilfe nötig ist", "Day by which help is needed"),
        "period": Wording(
            "Zeitraum oder Datum, bis zu dem Hilfe nötig ist", "Period, or day by which help is needed"),
        "quantity": Wording("Menge", "Quantity"),
        "reach": Wording("Reichweite: Stadt, Gebiete oder digital", "Reach: city, areas or digital"),
        "review_on": Wording("Datum der nächsten Überprüfung", "Day of the next review"),
        "text": Wording("Beschreibung", "Description"),
        "title": Wording("Titel", "Title"),
        "unit": Wording("Einheit", "Unit"),
    ]
}
