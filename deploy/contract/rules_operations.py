"""House rules of operations: names, access, parameters, statuses, headers."""

import re
from collections import Counter
from collections.abc import Iterator

from document import Document

REACHES = {"none", "own", "area", "party", "released", "all"}
VERBS = {"get": ("get", "list"), "post": ("create", "transition", "rotate"), "patch": ("update",), "put": ("upsert",), "delete": ("delete", "revoke")}
KEBAB = re.compile(r"^(/(v1|[a-z]+(-[a-z]+)*|openapi\.(yaml|json)|style\.css|\{[a-z_]+\}))+$")


def findings(document: Document) -> Iterator[str]:
    names = Counter(operation.get("operationId") for _, _, operation in document.operations())
    tags = {tag["name"] for tag in document.tree["tags"]}
    for method, path, operation in document.operations():
        place = f"{method} {path}"
        if not KEBAB.match(path):
            yield f"path: {path}: not in kebab-case"
        if names[operation.get("operationId")] != 1:
            yield f"operationId: {place}: missing or not unique"
        elif not operation["operationId"].startswith(VERBS[method]):
            yield f"operationId: {place}: {operation['operationId']} does not say what {method} does"
        if len(operation.get("tags", [])) != 1 or not set(operation["tags"]) <= tags:
            yield f"tags: {place}: exactly one declared tag"
        for key in ("summary", "x-summary-en", "description"):
            if not operation.get(key):
                yield f"{key}: {place}: missing"
        for check in (_access, _parameters, _statuses, _headers, _examples):
            for text in check(document, method, path, operation):
                yield f"{text} ({place})"


def _access(document: Document, method: str, path: str, operation: dict) -> Iterator[str]:
    access = operation.get("x-access", {})
    if list(access) != document.schemas["Role"]["enum"]:
        yield "x-access: one entry for each role, in the order of Role"
    if not set(access.values()) <= REACHES:
        yield "x-access: unknown reach"
    if "x-scope" not in operation:
        yield "x-scope: missing"
    elif operation["x-scope"] not in [None, *document.schemas["Scope"]["enum"]]:
        yield "x-scope: no such scope"
    if operation.get("x-releasing", False) is not (method == "delete") and method != "post":
        yield "x-releasing: true for every DELETE, and besides at most for a POST"
    security = operation.get("security")
    if security is None:
        yield "security: not stated"
    elif (security == [] or {} in security) != (access.get("public") != "none"):
        yield "security: does not agree with x-access of the public"


def _parameters(document: Document, method: str, path: str, operation: dict) -> Iterator[str]:
    parameters = document.parameters(operation)
    names = [(parameter["in"], parameter["name"]) for parameter in parameters]
    if len(set(names)) != len(names):
        yield "parameters: one is there twice"
    for variable in re.findall(r"\{(\w+)\}", path):
        if ("path", variable) not in names:
            yield f"parameters: {variable} is not declared"
    queries = {name for place, name in names if place == "query"}
    if "cursor" in queries and "limit" not in queries:
        yield "parameters: cursor without limit"
    # What only shuts off must never wait.
    is_token = "token" in path or "intake-links" in path
    if method in ("patch", "delete") and not is_token and ("header", "If-Match") not in names:
        yield "parameters: If-Match is missing"
    if method != "get":
        for wanted in (("query", "dry_run"), ("header", "Idempotency-Key")):
            if wanted not in names:
                yield f"parameters: {wanted[1]} is missing"
    for parameter in parameters:
        if not parameter.get("description"):
            yield f"parameters: {parameter['name']} has no description"
        if not re.match(r"^[a-z][a-z0-9_]*$", parameter["name"]) and parameter["in"] != "header":
            yield f"parameters: {parameter['name']} is not in snake_case"
        if document.resolved(parameter["schema"]).get("type") == "array" and parameter.get("explode") is not False:
            yield f"parameters: {parameter['name']} is a list, which is separated by commas"


def _statuses(document: Document, method: str, path: str, operation: dict) -> Iterator[str]:
    responses = document.responses(operation)
    headers = {p["name"]: p.get("required", False) for p in document.parameters(operation) if p["in"] == "header"}
    needed = {"400", "401", "406", "default"}
    if "{" in path:
        needed.add("404")
    if "none" in operation.get("x-access", {}).values() or operation.get("x-scope"):
        needed.add("403")
    if "requestBody" in operation:
        needed |= {"415", "422"}
    if method != "get":
        needed.add("507")
    if "If-Match" in headers:
        needed |= {"412", "428"} if headers["If-Match"] else {"412"}
    if "If-None-Match" in headers:
        needed.add("304" if method == "get" else "412")
    for status in sorted(needed - set(responses)):
        yield f"responses: {status} is not declared"
    if not any(status.startswith("2") for status in responses):
        yield "responses: no success"
    for status, response in responses.items():
        is_problem = status == "default" or status[0] in "45" and path != "/readyz"
        if is_problem and list(response.get("content", {})) != ["application/problem+json"]:
            yield f"responses: {status} is no problem+json"


def _headers(document: Document, method: str, path: str, operation: dict) -> Iterator[str]:
    responses = document.responses(operation)
    for status, response in responses.items():
        headers = response.get("headers", {})
        if "X-Request-Id" not in headers:
            yield f"headers: {status} has no X-Request-Id"
        if status == "201" and "Location" not in headers:
            yield "headers: 201 has no Location"
        if status == "401" and "WWW-Authenticate" not in headers:
            yield "headers: 401 has no WWW-Authenticate"
        if status in ("503", "507") and path != "/readyz" and "Retry-After" not in headers:
            yield f"headers: {status} has no Retry-After"
    success = responses.get("200", {})
    if operation.get("deprecated"):
        for wanted in {"Deprecation", "Sunset", "Link"} - set(success.get("headers", {})):
            yield f"headers: 200 of what is deprecated has no {wanted}"
    if method == "get" and ("304" in responses) != ("ETag" in success.get("headers", {})):
        yield "headers: 304 and ETag go together"
    schema = next((document.resolved(c["schema"]) for c in success.get("content", {}).values()), {})
    if "next_cursor" in schema.get("properties", {}) and "Link" not in success.get("headers", {}):
        yield "headers: a list has Link"


def _examples(document: Document, method: str, path: str, operation: dict) -> Iterator[str]:
    for place, content in document.contents(operation):
        if (place.startswith(("request", "2"))) and not content.get("examples"):
            yield f"examples: {place} has none"
