"""The contract as a tree, and ways to walk through it."""

from collections.abc import Iterator
from typing import Any

import yaml

METHODS = ("get", "put", "post", "patch", "delete", "head", "options", "trace")


class DuplicateKey(Exception):
    """A mapping in the file has the same key twice; YAML readers would drop one of them silently."""


# The loader of libyaml, where it is there, is ten times as fast.
class _StrictLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise DuplicateKey(f"{key!r} is there twice, line {node.start_mark.line + 1}")
        return super().construct_mapping(node, deep)


class Document:
    """One OpenAPI document."""

    def __init__(self, text: str):
        self.text = text
        self.tree: dict[str, Any] = yaml.load(text, _StrictLoader)

    @property
    def components(self) -> dict[str, Any]:
        return self.tree["components"]

    @property
    def schemas(self) -> dict[str, Any]:
        return self.components["schemas"]

    def resolved(self, node: Any) -> Any:
        """What a node stands for: itself, or what its `$ref` leads to, siblings included."""
        while isinstance(node, dict) and "$ref" in node:
            target: Any = self.tree
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part]
            siblings = {key: value for key, value in node.items() if key != "$ref"}
            node = {**target, **siblings} if isinstance(target, dict) else target
        return node

    def operations(self) -> Iterator[tuple[str, str, dict]]:
        """Method, path and operation, in the order of the file."""
        for path, item in self.tree["paths"].items():
            for method in METHODS:
                if method in item:
                    yield method, path, item[method]

    def parameters(self, operation: dict) -> list[dict]:
        return [self.resolved(parameter) for parameter in operation.get("parameters", [])]

    def responses(self, operation: dict) -> dict[str, dict]:
        return {str(status): self.resolved(response) for status, response in operation["responses"].items()}

    def contents(self, operation: dict) -> Iterator[tuple[str, dict]]:
        """Where it is, and every content: the request's and those of all responses."""
        if "requestBody" in operation:
            for kind, content in self.resolved(operation["requestBody"])["content"].items():
                yield f"request {kind}", content
        for status, response in self.responses(operation).items():
            for kind, content in response.get("content", {}).items():
                yield f"{status} {kind}", content


def nodes(node: Any, place: str = "#") -> Iterator[tuple[str, Any]]:
    """Every mapping and list below a node, and where it is."""
    yield place, node
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, child in children:
        if isinstance(child, (dict, list)):
            yield from nodes(child, f"{place}/{key}")
