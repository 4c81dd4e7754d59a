"""House rules of schemas: closed requests, exact answers, descriptions, kinds of data."""

import re
from collections.abc import Iterator
from typing import Any

from document import Document, nodes

KINDS = {"none", "organisation", "contact", "free_text", "technical", "secret"}
CLOSENESS = {"party", "own", "city"}

# Members of these names say something about people, wherever they are.
PERSONAL = {
    "display_name", "email", "phone", "function", "note", "message", "override_reason", "text", "plain_summary",
    "participation", "own_steps", "otherwise_unavailable", "self_help", "counterpart", "counterpart_wish", "conditions",
    "profile", "street", "postal_code", "address", "label", "secret",
}


def findings(document: Document) -> Iterator[str]:
    requests, answers = set(), set()
    for method, path, operation in document.operations():
        for place, content in document.contents(operation):
            if place.startswith("request"):
                _collect(document, content["schema"], requests)
            elif "problem" not in place:
                _collect(document, content["schema"], answers)
        for parameter in document.parameters(operation):
            if parameter["in"] != "path":
                yield from _bounded(document, parameter["schema"], f"{method} {path} {parameter['name']}")
    for name in sorted(requests):
        yield from _request(document, document.schemas[name], name)
    for name in sorted(answers):
        yield from _answer(document, document.schemas[name], name)
    for name, schema in document.schemas.items():
        if not schema.get("description"):
            yield f"description: {name} has none"
        for place, part in _parts(schema, name):
            yield from _members(document, part, place)
    yield from _fixed_lists(document)


def _collect(document: Document, schema: Any, names: set[str]) -> None:
    """The names of all component schemas that a schema is made of."""
    for _, node in nodes(schema):
        name = node["$ref"].rsplit("/", 1)[1] if isinstance(node, dict) and "$ref" in node else None
        if name and name not in names:
            names.add(name)
            _collect(document, document.schemas[name], names)


def _parts(schema: Any, place: str) -> Iterator[tuple[str, dict]]:
    """The schema and all schemas inside it, but not its conditions."""
    yield place, schema
    for key, child in schema.get("properties", {}).items():
        yield from _parts(child, f"{place}.{key}")
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            yield from _parts(schema[key], f"{place}[]")
    for index, child in enumerate(schema.get("allOf", [])):
        if "$ref" not in child:
            yield from _parts(child, place)


def _types(schema: dict) -> set[str]:
    kinds = schema.get("type", [])
    return {kinds} if isinstance(kinds, str) else set(kinds)


# Without one of these a text may hold any character, which no member takes.
SAY_CHARACTERS = {"pattern", "format", "enum", "const"}


def _request(document: Document, schema: dict, name: str) -> Iterator[str]:
    for place, part in _parts(schema, name):
        if "$ref" in part:
            continue
        if "string" in _types(part) and not SAY_CHARACTERS & set(part):
            yield f"request: {place}: no pattern; one line of text is `pattern: *line`, several are `pattern: *lines`"
        if "object" in _types(part) and part.get("additionalProperties") is not False:
            yield f"request: {place}: additionalProperties is not false"
        yield from _bounded(document, part, place)


def _bounded(document: Document, schema: dict, place: str) -> Iterator[str]:
    schema = document.resolved(schema)
    kinds = _types(schema)
    if "string" in kinds and not {"enum", "const", "maxLength"} & set(schema):
        yield f"request: {place}: no maxLength"
    if kinds & {"integer", "number"} and not {"minimum", "maximum"} <= set(schema):
        yield f"request: {place}: no minimum and maximum"
    if "array" in kinds:
        if "maxItems" not in schema:
            yield f"request: {place}: no maxItems"
        yield from _bounded(document, schema["items"], f"{place}[]")


def _answer(document: Document, schema: dict, name: str) -> Iterator[str]:
    for place, part in _parts(schema, name):
        if "object" not in _types(part):
            continue
        if part.get("additionalProperties") is False:
            yield f"answer: {place}: closed to new members"
        members, required = part.get("properties", {}), part.get("required", [])
        if [member for member in members if member in required] != list(required):
            yield f"answer: {place}: required is not in the order of the members"
        for member, value in members.items():
            if (member in required) == bool({"x-visible-to", "x-expands"} & set(value)):
                yield f"answer: {place}.{member}: either required, or x-visible-to or x-expands"
            if value.get("x-expands", member) not in members:
                yield f"answer: {place}.{member}: expands what is not there"


def _members(document: Document, schema: dict, place: str) -> Iterator[str]:
    roles = document.schemas["Role"]["enum"]
    for name, member in schema.get("properties", {}).items():
        if not document.resolved(member).get("description"):
            yield f"description: {place}.{name} has none"
        # The name that draft-ietf-httpapi-ratelimit-headers gives it.
        if not re.match(r"^[a-z][a-z0-9_]*$", name) and name != "violated-policies":
            yield f"name: {place}.{name} is not in snake_case"
        if not set(member.get("x-visible-to", [])) <= set(roles):
            yield f"x-visible-to: {place}.{name}: unknown role"
        if member.get("x-closeness", "own") not in CLOSENESS:
            yield f"x-closeness: {place}.{name}: unknown"
        if member.get("x-data-kind", "none") not in KINDS:
            yield f"x-data-kind: {place}.{name}: unknown"
        if name in PERSONAL and "x-data-kind" not in member and place.split(".")[0] != "Limits":
            yield f"x-data-kind: {place}.{name}: missing"


def _fixed_lists(document: Document) -> Iterator[str]:
    """Every list of words has labels, and the nullable twin of a list has the same words."""
    for place, node in nodes(document.tree["components"]["schemas"]):
        if isinstance(node, dict) and isinstance(node.get("enum"), list) and "x-labels" not in node:
            yield f"x-labels: {place}: missing"
    for name, schema in document.schemas.items():
        twin = document.schemas.get(f"Optional{name}")
        if twin and "enum" in schema and [word for word in twin["enum"] if word is not None] != schema["enum"]:
            yield f"enum: Optional{name} has other words than {name}"
