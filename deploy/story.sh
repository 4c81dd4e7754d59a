# Sourced by run.sh: the main job, played with curl. Needs BASE and demo/tokens.
# shellcheck shell=bash

# The token of a role, as `init --demo` printed it: role, organisation, token.
token() { awk -F'\t' -v role="$1" '$1 == role { print $3 }' demo/tokens; }

# call ROLE METHOD PATH [BODY]: prints the answer's body; stops the run unless the answer is a success.
call() {
    local role="$1" method="$2" path="$3" body="${4:-}"
    local arguments=(-sS -X "$method" "$BASE$path" -H "Accept-Language: de" -w '\n%{http_code}')
    if [ "$role" != public ]; then arguments+=(-H "Authorization: Bearer $(token "$role")"); fi
    if [ -n "$body" ]; then arguments+=(-H 'Content-Type: application/json' --data-binary "$body"); fi
    local answer status
    answer="$(curl "${arguments[@]}")"
    status="${answer##*$'\n'}"
    answer="${answer%$'\n'*}"
    case "$status" in
        2*) printf '%s' "$answer" ;;
        *) say "$method $path as $role: $status"; say "$answer"; return 1 ;;
    esac
}

# The status of a call, whatever it is.
status_of() {
    curl -sS -o /dev/null -w '%{http_code}' "$BASE$2" -H "Authorization: Bearer $(token "$1")"
}

expect() { if [ "$1" != "$2" ]; then say "Expected '$2', got '$1': $3"; return 1; fi; }

title() { printf '\n\033[1m%s\033[0m\n' "$*"; }

# A table of suggestions: score, title, sentences.
show_suggestions() {
    jq -r --arg side "$1" '.items[:5][] | "  \(.score)\t\(if $side == "offers" then .offer_id else .need_id end)\t"
        + ([.factors[], .policy_factors[]] | sort_by(-.points) | .[:3] | map("\(.de) / \(.en)") | join(" · "))'
}

play_story() {
    local start me area need need_id item_goods item_money offer_goods offer_money offer_far introduction introduction_id grant
    local commitment commitment_id

    title "1  Who is calling? GET /v1/me"
    me="$(call carrier GET /v1/me)"
    jq -r '"  \(.organization.name) as \(.role)"' <<<"$me"
    start="$(call city_admin GET '/v1/changes?after=latest' | jq .next_after)"
    area="$(call public GET '/v1/areas?code=ar-nordmarkt' | jq -r '.items[0].id')"

    title "2  A carrier in Nordmarkt writes a need: volunteers, goods and money"
    need="$(call carrier POST /v1/needs "$(jq -n --arg area "$area" --arg day "$(date -d '+45 days' +%F)" '{
        title: "Lesestart im Nordmarkt: Vorlesen, Ranzen, Bücherkisten",
        text: "Im Sommer kommen bei uns viele Kinder in die Schule, die noch nie ein eigenes Buch hatten. Wir lesen mit ihnen jeden Nachmittag, packen mit den Familien Schulranzen und füllen Bücherkisten für die Klassen.",
        horizon: "temporary", period: {to_on: $day}, needed_by_on: $day, beneficiary_area_ids: [$area],
        topics: ["education", "families_children"], target_groups: ["children"], no_public_funding: true,
        participation: "Die Kinder suchen die Bücher aus.",
        items: [
            {kind: "volunteering", title: "Lesepatinnen und Lesepaten", category: "tutoring", quantity: 6, unit: "person",
             engagement_form: "corporate_volunteering", safeguarding: "extended_certificate"},
            {kind: "goods", title: "Schulranzen für Erstklässler", category: "school_bags", quantity: 30, unit: "piece",
             min_quantity: 5, condition: "good"},
            {kind: "money", title: "Bücherkisten für drei Klassen", amount_cents: 350000, min_amount_cents: 100000,
             cost_type: "material", cost_layer: "project"}]}')")"
    need_id="$(jq -r .id <<<"$need")"
    item_goods="$(jq -r '.items[] | select(.kind == "goods") | .id' <<<"$need")"
    item_money="$(jq -r '.items[] | select(.kind == "money") | .id' <<<"$need")"
    jq -r '"  \(.title)  [\(.status)]"' <<<"$need"
    expect "$(status_of foundation "/v1/needs/$need_id")" 404 "a draft is hidden from others"
    say "  Nobody else can tell this draft from none: a foundation gets 404."

    title "3  It is submitted by the carrier and published by the area officer"
    call carrier POST "/v1/needs/$need_id/transitions" '{"event":"submit"}' | jq -r '"  \(.from) → \(.to)"'
    call area_officer POST "/v1/needs/$need_id/transitions" '{"event":"publish"}' | jq -r '"  \(.from) → \(.to)"'

    title "4  Suggestions for the need, with reasons in German and English"
    call carrier GET "/v1/needs/$need_id/suggestions?limit=50" > demo/suggestions.json
    while IFS=$'\t' read -r score offer reasons; do
        printf '  %s  %s\n        %s\n' "$score" "$(call carrier GET "/v1/offers/$offer" | jq -r .title)" "$reasons"
    done < <(show_suggestions offers < demo/suggestions.json)

    offer_goods="$(call company GET '/v1/offers?kind=goods&limit=200' | jq -r '[.items[] | select(.category == "school_bags" and .condition == "new")][0].id')"
    offer_money="$(call foundation GET '/v1/offers?kind=money&limit=200' | jq -r '[.items[] | select(.title | startswith("Gute Starts"))][0].id')"
    offer_far="$(call public GET '/v1/offers?kind=goods&limit=200' | jq -r '[.items[] | select(.strict_topics and .condition == "good")][0].id')"

    title "5  Why not? A pair that does not fit, with what would mend it"
    call carrier GET "/v1/needs/$need_id/suggestions/$offer_far" |
        jq -r '.gates[] | select(.pass == false) | "  ✗ \(.code): \(.de) / \(.en)" + (if .fix then "\n      → \(.fix.de) / \(.fix.en)" else "" end)'

    title "6  The same from the offer's side: the company asks for needs"
    call company GET "/v1/offers/$offer_goods/suggestions?limit=50" > demo/needs.json
    while IFS=$'\t' read -r score other reasons; do
        printf '  %s  %s\n' "$score" "$(call company GET "/v1/needs/$other" | jq -r .title)"
    done < <(show_suggestions needs < demo/needs.json)
    expect "$(jq --arg id "$need_id" '.items[] | select(.need_id == $id) | .points' demo/needs.json)" \
        "$(jq --arg id "$offer_goods" '.items[] | select(.offer_id == $id) | .points' demo/suggestions.json)" \
        "both sides see the same points"
    say "  Both sides see the same points for the pair."

    title "7  The company proposes an introduction; its own side counts as accepted"
    introduction="$(call company POST /v1/introductions "$(jq -n --arg need "$need_id" --arg item "$item_goods" --arg offer "$offer_goods" \
        '{need_id: $need, offer_id: $offer, lines: [{need_item_id: $item, quantity: 30}], message: "Wir haben genau solche Ranzen im Lager."}')")"
    introduction_id="$(jq -r .id <<<"$introduction")"
    jq -r '"  \(.status), waiting for the \(.waiting_on); contacts shown: \(.contacts | length)"' <<<"$introduction"
    expect "$(call carrier GET "/v1/introductions/$introduction_id" | jq '.contacts | length')" 0 "no contact before both accepted"

    title "8  The carrier accepts: both are connected, and only now see each other's contact"
    call carrier POST "/v1/introductions/$introduction_id/transitions" '{"event":"accept"}' |
        jq -r '"  \(.from) → \(.to)", (.item.contacts[] | "  the carrier sees: \(.display_name), \(.email // .phone)")'
    call company GET "/v1/introductions/$introduction_id" |
        jq -r '.contacts[] | "  the company sees: \(.display_name), \(.email // .phone)"'
    call carrier GET "/v1/needs/$need_id" | jq -r '.items[] | select(.kind == "goods") | "  reserved: \(.held) of \(.quantity)"'

    title "9  The carrier asks the foundation, which accepts"
    grant="$(call carrier POST /v1/introductions "$(jq -n --arg need "$need_id" --arg item "$item_money" --arg offer "$offer_money" \
        '{need_id: $need, offer_id: $offer, lines: [{need_item_id: $item, quantity: 350000}]}')" | jq -r .id)"
    call foundation POST "/v1/introductions/$grant/transitions" '{"event":"accept"}' |
        jq -r '"  \(.from) → \(.to)", (.item.contacts[] | "  the foundation sees: \(.display_name), \(.email // .phone)")'

    title "10  What was reserved becomes a promise: drafted by the company, signed by both"
    commitment="$(call company POST /v1/commitments "$(jq -n --arg introduction "$introduction_id" --arg item "$item_goods" --arg day "$(date -d '+30 days' +%F)" '{
        introduction_id: $introduction, legal_nature: "in_kind_donation", delivery_due_on: $day,
        purpose: "Für die Erstklässlerinnen und Erstklässler im Nordmarkt",
        lines: [{need_item_id: $item, quantity: 30, valuation: {method: "market_price", amount_cents: 180000}}]}')")"
    commitment_id="$(jq -r .id <<<"$commitment")"
    jq -r '"  \(.status), waiting for \(.waiting_on | join(" and "))"' <<<"$commitment"
    call company POST "/v1/commitments/$commitment_id/signatures" '{"side":"supplier","revision":1}' |
        jq -r '"  \(.from) → \(.to)"'
    call carrier POST "/v1/commitments/$commitment_id/signatures" '{"side":"carrier","revision":1}' |
        jq -r '"  \(.from) → \(.to)"'
    expect "$(status_of foundation "/v1/commitments/$commitment_id")" 404 "a commitment is for its parties"
    call carrier GET "/v1/needs/$need_id" | jq -r '"  the need is \(.status)",
        (.items[] | select(.kind == "goods") | "  reserved: \(.held), promised: \(.committed) of \(.quantity)")'

    title "11  Two voices: the company delivers, the carrier acknowledges, and both say what came of it"
    call company POST "/v1/commitments/$commitment_id/transitions" \
        "$(jq -n --arg item "$item_goods" '{event: "deliver", lines: [{need_item_id: $item, quantity: 20}]}')" |
        jq -r '"  \(.from) → \(.to)"'
    call company POST "/v1/commitments/$commitment_id/transitions" '{"event":"deliver"}' | jq -r '"  \(.from) → \(.to)"'
    call carrier POST "/v1/commitments/$commitment_id/transitions" '{"event":"acknowledge"}' |
        jq -r '"  \(.from) → \(.to)"'
    call carrier POST "/v1/commitments/$commitment_id/outcomes" \
        '{"side":"carrier","goal_met":"yes","people_reached":"20_49","would_repeat":"yes"}' | jq -r '"  \(.from) → \(.to)"'
    call company POST "/v1/commitments/$commitment_id/outcomes" '{"side":"supplier","goal_met":"yes","hours":12}' |
        jq -r '"  \(.from) → \(.to)"'
    call carrier GET "/v1/needs/$need_id" | jq -r '.items[] | select(.kind == "goods") | "  fulfilled: \(.fulfilled) of \(.quantity)"'

    title "12  The change feed tells it all, in order"
    call carrier GET "/v1/changes?after=$start" > demo/changes.json
    jq -r '.items[] | "  \(.seq)  \(.op)  \(.type)  \(.origin)  \(.at)"' demo/changes.json
    expect "$(jq '[.items[].seq] == ([.items[].seq] | sort | unique)' demo/changes.json)" true "the feed is in order"

    title "Done. Try next:"
    cat <<EOF
  curl -s "$BASE/v1/needs?horizon=acute&limit=3" | jq '.items[].title'
  curl -s "$BASE/v1/needs/$need_id" | jq
  curl -s -H "Authorization: Bearer \$(awk '\$1 == "carrier" {print \$NF}' demo/tokens)" $BASE/v1/me | jq
  curl -s "$BASE/openapi.yaml" | head -40
  The tokens of all roles are in demo/tokens; the contract is openapi.yaml.
EOF
}
