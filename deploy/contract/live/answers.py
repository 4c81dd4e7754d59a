"""What the contract says about an answer: status, media type, header fields, and a body that is exactly as declared."""

from typing import Any

import jsonschema_rs
import requests
from document import Document, nodes
from examples import FORMATS, closed

# Fields of the protocol itself, and those that are in every answer.
GENERAL = {
    "cache-control", "connection", "content-length", "content-type", "cross-origin-resource-policy", "date", "keep-alive",
    "referrer-policy", "transfer-encoding", "vary", "x-content-type-options",
}


# What the server answers before it knows which operation is meant; the contract has it as `default`.
WIRE = {"408", "413", "414", "417", "421", "431", "501", "505"}


class Contract:
    """The contract as a judge of answers."""

    def __init__(self, document: Document):
        self.document = document
        self.operations = {(method.upper(), path): operation for method, path, operation in document.operations()}
        self.checks: dict[tuple, Any] = {}
        self.parts: dict[tuple, dict] = {}

    def faults(self, method: str, path: str, role: str, answer: requests.Response) -> list[str]:
        """What the contract does not allow in this answer to this role."""
        responses = self.document.responses(self.operations[method, path])
        status = str(answer.status_code)
        if status not in responses and status not in WIRE:
            return [f"status {status} is not declared"]
        response = responses.get(status, responses["default"])
        return self._fields(response, status, answer) + self._body(response, (method, path, status, role), answer)

    def _fields(self, response: dict, status: str, answer: requests.Response) -> list[str]:
        declared = {name.lower(): header for name, header in response.get("headers", {}).items()}
        found = [f"{status}: header {name} is not declared" for name in answer.headers
                 if name.lower() not in declared | dict.fromkeys(GENERAL)]
        for name, header in declared.items():
            value = answer.headers.get(name)
            if value is None:
                continue
            schema = self.document.resolved(self.document.resolved(header)["schema"])
            typed = int(value) if schema.get("type") == "integer" and value.isdigit() else value
            if not self._check(("header", name), schema).is_valid(typed):
                found.append(f"{status}: header {name}: {value!r} is not as declared")
        return found

    def _body(self, response: dict, place: tuple, answer: requests.Response) -> list[str]:
        status = place[2]
        contents = response.get("content", {})
        if not contents:
            return [f"{status}: has a body"] if answer.content else []
        kind = answer.headers.get("Content-Type", "").split(";")[0]
        if kind not in contents:
            return [f"{status}: {kind or 'no type'} is not declared"]
        if not kind.endswith("json") or kind == "application/x-ndjson":
            return []
        schema = contents[kind]["schema"]
        check = self._check((*place, kind), schema, role=place[3])
        return [f"{status}: body: /{'/'.join(map(str, error.instance_path))}: {error.message[:300]}"
                for error in check.iter_errors(answer.json())][:5]

    def _check(self, key: tuple, schema: dict, role: str | None = None) -> Any:
        if key not in self.checks:
            seen = closed(self._visible(schema, role))
            parts: dict[str, Any] = {}
            self._collect(seen, role, parts)
            whole = {**seen, "components": {"schemas": parts}}
            self.checks[key] = jsonschema_rs.Draft202012Validator(whole, validate_formats=True,
                                                                  formats=FORMAT_CHECKS, pattern_options=ENGINE)
        return self.checks[key]

    def _collect(self, schema: dict, role: str | None, parts: dict[str, Any]) -> None:
        """All schemas that a schema is made of, as the role gets them."""
        for _, node in nodes(schema):
            name = node["$ref"].rsplit("/", 1)[1] if isinstance(node, dict) and "$ref" in node else None
            if name and name not in parts:
                parts[name] = self._part(name, role)
                self._collect(parts[name], role, parts)

    def _part(self, name: str, role: str | None) -> dict:
        if (name, role) not in self.parts:
            part = self._visible(self.document.schemas[name], role)
            # `Problem` is the open half of an allOf: the whole is closed instead.
            self.parts[name, role] = part if name == "Problem" else closed(part)
        return self.parts[name, role]

    def _visible(self, node: Any, role: str | None) -> Any:
        """The node without the members that a role never gets: closed, it refuses them."""
        if isinstance(node, list):
            return [self._visible(part, role) for part in node]
        if not isinstance(node, dict):
            return node
        return {key: self._visible(child, role) for key, child in node.items()
                if role is None or not isinstance(child, dict) or role in child.get("x-visible-to", [role])}


def _holds(name: str) -> Any:
    def check(value: str) -> bool:
        try:
            FORMATS.check(value, name)
        except Exception:  # The format checker's own error, or what the reader of the value threw.
            return False
        return True
    return check


FORMAT_CHECKS = {name: _holds(name) for name in FORMATS.checkers}
ENGINE = jsonschema_rs.FancyRegexOptions()
