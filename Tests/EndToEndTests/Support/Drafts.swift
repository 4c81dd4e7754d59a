import Foundation

/// Needs as callers send them.
enum Drafts {
    /// A complete need with volunteers, goods and money.
    static func schoolStart(area: String) -> String {
        """
        {"title": "Lesestart im Nordmarkt: Vorlesen, Ranzen, Bücherkisten",
         "text": "Im Sommer kommen viele Kinder in die Schule, die noch nie ein eigenes Buch hatten. Wir lesen \
        mit ihnen, packen Schulranzen und füllen Bücherkisten für die Klassen.",
         "horizon": "temporary", "period": {"to_on": "\(day(in: 45))"}, "needed_by_on": "\(day(in: 45))",
         "beneficiary_area_ids": ["\(area)"], "topics": ["education", "families_children"],
         "target_groups": ["children"], "no_public_funding": true,
         "items": [
           {"kind": "volunteering", "title": "Lesepatinnen und Lesepaten", "category": "tutoring", "quantity": 6,
            "unit": "person", "engagement_form": "corporate_volunteering"},
           {"kind": "goods", "title": "Schulranzen für Erstklässler", "category": "school_bags", "quantity": 30,
            "unit": "piece", "min_quantity": 5, "condition": "good"},
           {"kind": "money", "title": "Bücherkisten für drei Klassen", "amount_cents": 350000,
            "min_amount_cents": 100000, "cost_type": "material", "cost_layer": "project"}]}
        """
    }

    /// A complete need for a few school bags.
    static func bags(area: String) -> String {
        """
        {"title": "Schultaschen zum Schulanfang",
         "text": "Zwölf Kinder kommen im Sommer in die Schule und haben keine Tasche.",
         "horizon": "temporary", "needed_by_on": "\(day(in: 45))", "beneficiary_area_ids": ["\(area)"],
         "items": [{"kind": "goods", "title": "Schultaschen", "quantity": 10, "unit": "piece"}]}
        """
    }

    /// An offer of ten school bags for the whole city.
    static let tenBags = """
        {"kind": "goods", "title": "Schultaschen, neu", "quantity": 10, "unit": "piece", "reach": "city"}
        """

    /// The least that is a need: a draft with a title.
    static func titled(_ title: String) -> String { #"{"title":"\#(title)"}"# }

    /// A day from now on, as ISO 8601 writes it.
    private static func day(in days: Double) -> String {
        let text = ISO8601DateFormatter().string(from: Date(timeIntervalSinceNow: days * 86_400))
        return String(text.prefix(10))
    }
}
