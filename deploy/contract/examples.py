"""Every example is valid against its schema, with formats asserted and undeclared members refused."""

import copy
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from document import Document
from jsonschema import Draft202012Validator, FormatChecker

FORMATS = FormatChecker(formats=())


@FORMATS.checks("date", raises=ValueError)
def _is_date(value: Any) -> bool:
    return not isinstance(value, str) or bool(date.fromisoformat(value))


@FORMATS.checks("date-time", raises=ValueError)
def _is_date_time(value: Any) -> bool:
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


@FORMATS.checks("uuid", raises=ValueError)
def _is_uuid(value: Any) -> bool:
    return not isinstance(value, str) or str(UUID(value)) == value


@FORMATS.checks("uri", raises=ValueError)
def _is_uri(value: Any) -> bool:
    return not isinstance(value, str) or bool(urlsplit(value).scheme)


def closed(schema: Any) -> Any:
    """The schema, refusing members that it does not declare: answers are open for clients, not for us."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    result = {key: value if key in ("if", "then", "else", "allOf") else closed(value) for key, value in schema.items()}
    if "allOf" in schema:
        result["unevaluatedProperties"] = False
    elif "properties" in schema and isinstance(schema["properties"], dict) and "type" in schema:
        result.setdefault("additionalProperties", False)
    return result


class ExampleCheck:
    def __init__(self, document: Document):
        self.document = document
        self.count = 0
        schemas = copy.deepcopy(document.schemas)
        # `Problem` is the open half of an allOf: the whole is closed instead.
        self.components = {"schemas": {name: s if name == "Problem" else closed(s) for name, s in schemas.items()}}

    def findings(self) -> Iterator[str]:
        for method, path, operation in self.document.operations():
            for place, content in self.document.contents(operation):
                for name, example in content.get("examples", {}).items():
                    value = self.document.resolved(example)["value"]
                    yield from self._compare(value, content["schema"], f"{method} {path} {place} {name}")
        for kind in ("parameters", "headers"):
            for name, part in self.document.components[kind].items():
                if "example" in part:
                    yield from self._compare(part["example"], part["schema"], f"{kind} {name}")

    def _compare(self, value: Any, schema: dict, place: str) -> Iterator[str]:
        self.count += 1
        whole = {**closed(schema), "components": self.components}
        for error in Draft202012Validator(whole, format_checker=FORMATS).iter_errors(value):
            yield f"example: {place}: {error.json_path}: {error.message[:200]}"
