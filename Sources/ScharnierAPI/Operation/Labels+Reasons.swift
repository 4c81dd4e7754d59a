import Scharnier

extension Labels {
    /// Why something is rejected, returned, paused, suspended, declined, or was not met.
    static let reasons: [String: Wording] = [
        "already_supported": Wording("fördert bereits Ähnliches", "Already supports something similar"),
        "alternative_found": Wording("andere Lösung gefunden", "Alternative found"),
        "area_not_covered": Wording("Gebiet gehört nicht dazu", "Area not covered"),
        "carrier_capacity": Wording("Träger hat keine Kapazität", "The carrier lacks capacity"),
        "commercial_purpose": Wording("gewerblicher Zweck", "Commercial purpose"),
        "conflict_of_interest": Wording("Interessenkonflikt", "Conflict of interest"),
        "duplicate": Wording("doppelt vorhanden", "Duplicate"),
        "funding_check_required": Wording("Förderprüfung nötig", "Funding check required"),
        "funding_refused": Wording("Förderung abgelehnt", "Funding refused"),
        "funding_rule": Wording("Förderregel steht entgegen", "A funding rule stands against it"),
        "incomplete": Wording("Angaben unvollständig", "Incomplete"),
        "legal_constraint": Wording("rechtlich nicht möglich", "Legal constraint"),
        "misuse": Wording("Missbrauch", "Misuse"),
        "no_answer": Wording("keine Antwort", "No answer"),
        "no_capacity": Wording("keine Kapazität", "No capacity"),
        "no_longer_offered": Wording("wird nicht mehr angeboten", "No longer offered"),
        "no_offer": Wording("kein Angebot gefunden", "No offer found"),
        "no_reason_given": Wording("ohne Angabe von Gründen", "No reason given"),
        "not_our_topic": Wording("nicht unser Thema", "Not our topic"),
        "not_verifiable": Wording("nicht überprüfbar", "Not verifiable"),
        "offer_unfit": Wording("Angebot passte nicht", "The offer did not fit"),
        "other": Wording("anderer Grund", "Other"),
        "out_of_scope": Wording("gehört nicht hierher", "Out of scope"),
        "personal_data_in_text": Wording("personenbezogene Daten im Text", "Personal data in the text"),
        "political_or_religious_purpose": Wording(
            "politischer oder religiöser Zweck", "Political or religious purpose"),
        "seasonal": Wording("nur zu bestimmten Jahreszeiten", "Seasonal"),
        "timing": Wording("Zeitpunkt passt nicht", "Timing"),
        "unclear_text": Wording("Text unklar", "Unclear text"),
        "under_review": Wording("wird geprüft", "Under review"),
        "waiting_for_funding": Wording("wartet auf Förderung", "Waiting for funding"),
        "wrong_area": Wording("falsches Gebiet", "Wrong area"),
    ]

    /// Conditions of steps, the codes of `failed_guards`.
    static let guards: [String: Wording] = [
        "already_open": Wording("Vermittlung läuft schon", "Introduction already open"),
        "area_not_valid": Wording("kein heute gültiges Gebiet", "No area that is valid today"),
        "blocked": Wording("Bedarf und Angebot passen nicht", "Need and offer do not fit"),
        "capacity_exhausted": Wording("nicht mehr genug verfügbar", "Not enough left"),
        "carrier_unverified": Wording("Träger ungeprüft", "Carrier unverified"),
        "commitment_missing": Wording("Vereinbarung fehlt", "Commitment missing"),
        "conflict_of_interest": Wording("Interessenkonflikt", "Conflict of interest"),
        "evidence_missing": Wording("Rechtsform oder Nachweis fehlt", "Legal form or evidence missing"),
        "hold_limit": Wording("höchstens zwei Verlängerungen", "At most two extensions"),
        "horizon_dates": Wording("Datum passt nicht zur Dauer", "The date does not fit the horizon"),
        "lint_acknowledged": Wording("Verdacht nicht bestätigt", "Suspicion not acknowledged"),
        "lint_failed": Wording("personenbezogene Daten im Text", "Personal data in the text"),
        "no_acknowledged_commitment": Wording("bestätigte Zusage fehlt", "Acknowledged commitment missing"),
        "no_payee": Wording("niemand kann Geld entgegennehmen", "Nobody can receive money"),
        "open_introductions": Wording("Gespräche laufen noch", "Talks are still going on"),
        "organization_closed": Wording("Organisation aufgelöst", "Organisation closed"),
        "organization_unverified": Wording("Organisation ungeprüft", "Organisation unverified"),
        "organization_suspended": Wording("Organisation gesperrt", "Organisation suspended"),
        "policy_not_in_force": Wording("Richtlinie gilt heute nicht", "Policy not in force"),
        "tax_status_missing": Wording("Steuerstatus fehlt", "Tax status missing"),
        "window_over": Wording("Zeitfenster vorbei", "The window is over"),
    ]
}
