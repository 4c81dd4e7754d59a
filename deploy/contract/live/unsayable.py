"""What a schema cannot say: which things there are, and which rules hold between members."""

import random
from collections.abc import Callable
from datetime import date
from typing import Any

import requests
import schemathesis
from callers import City

# Codes of errors that say: not the form of this value is wrong, but what it refers to or stands beside.
BEYOND_FORM = {"reference_not_found", "not_allowed_together", "not_unique", "personal_data_suspected", "immutable"}

# Problems that say the same of the whole request.
BEYOND_FORM_WHOLE = {"cursor_invalid", "incomplete", "idempotency_key_reused", "import_rejected"}

# Members and parameters of which one operation asks more than a schema can say, each with what that is.
BEYOND_SCHEMA: dict[tuple[str, str], dict[str, str]] = {
    ("POST", "/v1/tokens"): {"scopes": "a role has only some scopes, and nobody gives more than he has"},
    ("POST", "/v1/organizations"): {"steward_area_id": "officers name one of their areas"},
    ("PATCH", "/v1/taxonomy-terms/{id}"): {
        "definition_de": "both definitions or neither, with what is kept",
        "definition_en": "both definitions or neither, with what is kept",
    },
    ("POST", "/v1/commitments"): {"amount_cents": "a method of valuation asks for a value, and `none` for no value"},
    ("PATCH", "/v1/commitments/{id}"): {
        "amount_cents": "a method of valuation asks for a value, and `none` for no value"
    },
    ("GET", "/v1/needs/{id}/suggestions"): {"rule_version": "which versions there are"},
    ("GET", "/v1/needs/{id}/suggestions/{offer_id}"): {"rule_version": "which versions there are"},
    ("GET", "/v1/offers/{id}/suggestions"): {"rule_version": "which versions there are"},
    ("POST", "/v1/areas"): {"geometry": "rings are closed and have an order"},
    ("PATCH", "/v1/areas/{id}"): {"geometry": "rings are closed and have an order"},
}

# Whose body's schema is told by a parameter: it has members of one kind under the name of another.
BY_KIND = {("PUT", "/v1/external/{source}/{external_id}")}

# What would end the caller's own token, or those of the other callers, is only tried out.
ENDING = {("DELETE", "/v1/me/token"), ("POST", "/v1/me/token-rotations"), ("DELETE", "/v1/tokens/{id}")}


# What of a text is a table or lines, which a schema cannot take apart.
TABLES = {"text/csv", "application/x-ndjson"}


def _sorted_once(value: Any) -> str:
    """Each key once, whichever way it is sorted."""
    keys = value.split(",") if isinstance(value, str) else value
    return ",".join({key.removeprefix("-"): key for key in keys}.values())


# Parameters whose values depend on more than a schema knows: the day it is, what else is in the list.
QUERIES: dict[str, Callable[[Any], Any]] = {
    "as_of": lambda _: date.today().isoformat(),
    "sort": _sorted_once,
}


def prepare(case: schemathesis.Case, city: City, is_right: bool, luck: random.Random) -> None:
    """Puts things that there are into a request, in the place of those that were made up."""
    case.headers.pop("Authorization", None)
    key = (case.method.upper(), case.path)
    for variable, value in list(case.path_parameters.items()):
        known = city.of_path(case.path, variable)
        if known and (is_right and luck.random() < 0.8):
            case.path_parameters[variable] = luck.choice(known)
    if is_right:
        if "If-Match" in case.headers and luck.random() < 0.7:
            case.headers["If-Match"] = "*"
        for name, value in list(case.query.items()):
            if name in city.named and luck.random() < 0.7:
                case.query[name] = luck.choice(city.named[name])
        case.query.pop("cursor", None)
        case.query |= {name: change(case.query[name]) for name, change in QUERIES.items() if name in case.query}
        case.body = known_references(_whole(case.body), city, luck)
    if key in ENDING:
        case.query["dry_run"] = "true"


def _whole(value: Any) -> Any:
    """Numbers as the server reads them: to JSON Schema 5.0 is the integer 5, to the server it is none."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {name: _whole(part) for name, part in value.items()}
    return [_whole(part) for part in value] if isinstance(value, list) else value


def known_references(body: Any, city: City, luck: random.Random) -> Any:
    """The body with references to what there is."""
    if isinstance(body, list):
        return [known_references(part, city, luck) for part in body]
    if not isinstance(body, dict):
        return body
    return {name: _known(name, value, city, luck) for name, value in body.items()}


def _known(name: str, value: Any, city: City, luck: random.Random) -> Any:
    known = city.named.get(name)
    if not known or luck.random() > 0.9:
        return known_references(value, city, luck)
    if isinstance(value, list):
        return luck.sample(known, min(len(value), len(known)))
    return luck.choice(known) if isinstance(value, str) else value


def is_explained(case: schemathesis.Case, answer: requests.Response) -> bool:
    """Whether a request of the right form was refused for what its form does not tell."""
    body = answer.json()
    errors = body.get("errors", [])
    if body["code"] in BEYOND_FORM_WHOLE:
        return True
    return bool(errors) and all(_is_beyond_form(case, error) for error in errors)


def _is_beyond_form(case: schemathesis.Case, error: dict[str, Any]) -> bool:
    if error["code"] in BEYOND_FORM:
        return True
    operation = (case.method.upper(), case.path)
    place = error.get("pointer") or error.get("name", "")
    if operation in BY_KIND and error["code"] in ("unknown_member", "required", "not_in_enum"):
        return True
    # Names that a role never sees are refused like names that there are not; and a search is for at most ten words.
    if place in ("fields", "q"):
        return True
    rules = BEYOND_SCHEMA.get(operation, {})
    if place in rules or place.rsplit("/", 1)[-1] in rules:
        return True
    sent = _at(case.body, place)
    # Whether a day comes too early or too late, other days tell.
    if error["code"] == "out_of_range" and place.endswith("_on"):
        return True
    # What is trimmed may be shorter than what was sent.
    return error["code"] in ("too_short", "required") and isinstance(sent, str) and sent != sent.strip()


def _at(body: Any, pointer: str) -> Any:
    for step in pointer.removeprefix("#").split("/")[1:]:
        if isinstance(body, list) and step.isdigit() and int(step) < len(body):
            body = body[int(step)]
        else:
            body = body.get(step) if isinstance(body, dict) else None
    return body


def is_wrong_elsewhere(case: schemathesis.Case) -> bool:
    """Whether what was made wrong is not sent as it was made: the token is the caller's, and any text is a table."""
    made = case.meta.phase.data if case.meta else None
    is_tried = (case.method.upper(), case.path) in ENDING
    return is_tried or "Authorization" in str(getattr(made, "description", "")) or case.media_type in TABLES
